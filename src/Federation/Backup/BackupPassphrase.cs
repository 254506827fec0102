using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Backup;

/// <summary>What a backup is encrypted with. Never an argument: those stand in the list of processes and in the shell's history.</summary>
internal static class BackupPassphrase
{
    public const string Variable = "CROSSBORDER_BACKUP_PASSPHRASE";

    /// <summary>Five words of a word list are longer.</summary>
    public const int Least = 16;

    /// <summary>From a file, else from the environment, else as one line of standard input.</summary>
    public static string Read(FileInfo? file)
    {
        if (file is not null)
            return File.ReadAllText(file.FullName).TrimEnd('\r', '\n');
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        if (!Console.IsInputRedirected)
            Console.Error.Write("Passphrase of the backup (it is shown as you type; a file or the environment is better): ");
        return Console.In.ReadLine() ?? "";
    }

    /// <summary>CB6150 where it could be guessed from a stolen file.</summary>
    public static Outcome<string> Fit(string passphrase) => passphrase.Length >= Least
        ? passphrase
        : ErrorCatalogue.BackupPassphraseWeak.With($"It has {passphrase.Length} characters and needs {Least}.");
}
