using System.Text;

namespace CrossBorder.Federation.Officers;

/// <summary>
/// Password and code of an officer at the command line. Never arguments: those stand in the list of processes and in the shell's history.
/// </summary>
internal sealed record CommandSecrets(string Password, string Code)
{
    public const string PasswordVariable = "CROSSBORDER_OFFICER_PASSWORD";
    public const string CodeVariable = "CROSSBORDER_OFFICER_CODE";

    /// <summary>From the environment; else, password first, from two lines of standard input; at a terminal asked for, and not shown.</summary>
    public static CommandSecrets Read() => new(
        Environment.GetEnvironmentVariable(PasswordVariable) ?? Ask("Password: "),
        Environment.GetEnvironmentVariable(CodeVariable) ?? Ask("Code of the authenticator: "));

    private static string Ask(string question)
    {
        if (Console.IsInputRedirected)
            return Console.In.ReadLine() ?? "";

        // Beside the answer, which a script may read.
        Console.Error.Write(question);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
