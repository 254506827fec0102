using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Audit.Witnesses;

/// <summary>What a witness kept, read back: a folder of files, or one file with a checkpoint on each line.</summary>
internal static class WitnessedCheckpoints
{
    private const int LongestLine = 64 * 1024;

    /// <summary>CB6142 where nothing is there: a comparison with nothing would prove nothing.</summary>
    public static async Task<Outcome<IReadOnlyList<string>>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        IEnumerable<string> files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.jws").Order(StringComparer.Ordinal)
            : File.Exists(path) ? [path] : [];
        var found = new List<string>();
        foreach (var file in files)
            found.AddRange((await File.ReadAllLinesAsync(file, cancellationToken)).Select(line => line.Trim())
                .Where(line => line.Length > 0).Select(line => line.Length > LongestLine ? line[..LongestLine] : line));
        return found.Count > 0
            ? Outcome<IReadOnlyList<string>>.Of(found)
            : ErrorCatalogue.WitnessEmpty.With($"There is no checkpoint in {path}.");
    }
}
