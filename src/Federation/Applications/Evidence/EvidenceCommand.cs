using System.CommandLine;
using CrossBorder.Verification.Evidence;

namespace CrossBorder.Federation.Applications.Evidence;

/// <summary><c>evidence verify FILE</c>: needs no settings, no database and no network, so anybody can run it.</summary>
internal static class EvidenceCommand
{
    // A package of a bundle with its chains is well under a megabyte.
    private const long MaximumLength = 16 * 1024 * 1024;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Evidence package (JSON)" };
        var verify = new Command("verify", "Verify an evidence package offline: 0 where all of it holds, else 1") { file };
        verify.SetAction((result, cancellation) => VerifyAsync(result.GetValue(file)!, Console.Out, cancellation));
        return new Command("evidence", "Evidence packages") { verify };
    }

    internal static async Task<int> VerifyAsync(FileInfo file, TextWriter output, CancellationToken cancellationToken)
    {
        if (!file.Exists || file.Length > MaximumLength)
        {
            await output.WriteLineAsync(file.Exists ? $"{file.Name} is too large for an evidence package." : $"There is no file {file.Name}.");
            return 1;
        }

        var report = EvidenceVerifier.Verify(await File.ReadAllTextAsync(file.FullName, cancellationToken));
        foreach (var sentence in report.Proved)
            await output.WriteLineAsync($"proved  {sentence}");
        foreach (var note in report.Notes)
            await output.WriteLineAsync($"note    {note}");
        foreach (var failure in report.Failures)
            await output.WriteLineAsync($"FAILED  {failure}");
        return report.Holds ? 0 : 1;
    }
}
