using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Backup;

/// <summary>Writes the key files of a backup to a folder. A hub does not start without them, so this needs no hub.</summary>
internal sealed class ExtractKeyFiles(DirectoryInfo folder) : IBackupVisitor
{
    private readonly List<string> written = [];

    public IReadOnlyList<string> Written => written;

    public async Task<Outcome<bool>> KeyFileAsync(string setting, string name, byte[] content, CancellationToken cancellationToken)
    {
        // Two settings may name files of one name in different folders.
        var path = Path.Combine(folder.FullName, $"{setting.Replace(':', '-')}-{Path.GetFileName(name)}");
        if (File.Exists(path))
            return ErrorCatalogue.BackupFileUnfit.With($"{path} is there already; nothing is overwritten.");
        await OwnerFile.WriteAsync(path, stream => stream.WriteAsync(content, cancellationToken).AsTask(), cancellationToken);
        written.Add(path);
        return true;
    }
}
