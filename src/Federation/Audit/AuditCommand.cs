using CrossBorder.Federation.Audit.Witnesses;
using CrossBorder.Verification.Audit;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Audit;

/// <summary><c>audit export FILE</c> and <c>audit verify [FILE]</c>: each tells what it did, and ends with 0 or 1.</summary>
internal static class AuditCommand
{
    private const long MaximumLength = 1024L * 1024 * 1024;

    /// <summary>Anchors from PEM files, believed for hubs alone. A file that holds none is refused.</summary>
    public static Outcome<TrustList> Anchors(IEnumerable<FileInfo> files)
    {
        var anchors = new List<TrustAnchor>();
        foreach (var file in files)
        {
            if (!file.Exists)
                return ErrorCatalogue.SettingInvalid.With($"--anchor names a file that is not there: {file.Name}");

            var read = Certificate.ParseMany(File.ReadAllText(file.FullName));
            if (!read.Succeeded)
                return ErrorCatalogue.SettingInvalid.With($"--anchor {file.Name}: {read.Error.Detail}");
            anchors.AddRange(read.Value.Select(certificate =>
                new TrustAnchor(certificate.Subject, certificate, new Jurisdiction("reader"), new HashSet<TrustPurpose> { TrustPurpose.HubSigning })));
        }

        return new TrustList(anchors);
    }

    public static async Task<int> ExportAsync(AuditReading reading, FileInfo file, TextWriter output, CancellationToken cancellationToken)
    {
        var contents = await reading.ReadAsync(cancellationToken);
        await using (var stream = file.Open(FileMode.Create, FileAccess.Write))
            await AuditExport.WriteAsync(contents, stream, cancellationToken);
        await output.WriteLineAsync($"{contents.Size} entries and {contents.Checkpoints.Count} signed checkpoints are in {file.Name}.");
        return 0;
    }

    public static async Task<int> VerifyFileAsync(FileInfo file, TrustList anchors, string? witness, TextWriter output, CancellationToken cancellationToken)
    {
        if (!file.Exists || file.Length > MaximumLength)
        {
            await output.WriteLineAsync(file.Exists ? $"{file.Name} is too large to be read at once." : $"There is no file {file.Name}.");
            return 1;
        }

        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        // A witness keeps checkpoints of the whole log, so they say nothing more of an extract than the one that is in it.
        if (witness is null)
            return await TellAsync(AuditVerifier.Verify(bytes, anchors), output);

        var read = AuditExport.Read(bytes);
        return read.TryGetValue(out var contents)
            ? await VerifyAsync(contents, anchors, witness, output, cancellationToken)
            : await TellAsync(new AuditReport([], read.Errors, []), output);
    }

    public static async Task<int> VerifyDatabaseAsync(AuditReading reading, TrustList anchors, string? witness, TextWriter output, CancellationToken cancellationToken)
    {
        var exit = await VerifyAsync(await reading.ReadAsync(cancellationToken), anchors, witness, output, cancellationToken);
        if (await reading.WaitingAsync(cancellationToken) is > 0 and var waiting)
            await output.WriteLineAsync($"note    {waiting} entries are waiting to be linked.");
        return exit;
    }

    private static async Task<int> VerifyAsync(AuditContents contents, TrustList anchors, string? witness, TextWriter output, CancellationToken cancellationToken)
    {
        if (witness is null)
            return await TellAsync(AuditVerifier.Verify(contents, anchors), output);

        var kept = await WitnessedCheckpoints.ReadAsync(witness, cancellationToken);
        if (!kept.TryGetValue(out var checkpoints))
            return await TellAsync(new AuditReport([], kept.Errors, []), output);

        // What the witness keeps must be true of this log like its own checkpoints: an end cut off is missed, a log made anew has other roots.
        var report = AuditVerifier.Verify(contents with { Checkpoints = [.. contents.Checkpoints.Union(checkpoints, StringComparer.Ordinal)] }, anchors);
        var denied = checkpoints.Except(contents.Checkpoints, StringComparer.Ordinal).Count();
        return await TellAsync(report with
        {
            Proved = report.Holds ? [.. report.Proved, $"All {checkpoints.Count} checkpoints that the witness keeps are of this log."] : report.Proved,
            Notes = denied > 0 ? [.. report.Notes, $"{denied} checkpoints that the witness keeps are not among those of this log."] : report.Notes,
        }, output);
    }

    private static async Task<int> TellAsync(AuditReport report, TextWriter output)
    {
        foreach (var sentence in report.Proved)
            await output.WriteLineAsync($"proved  {sentence}");
        foreach (var note in report.Notes)
            await output.WriteLineAsync($"note    {note}");
        foreach (var failure in report.Failures)
            await output.WriteLineAsync($"FAILED  {failure}");
        return report.Holds ? 0 : 1;
    }
}
