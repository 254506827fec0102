using System.Security.Cryptography;
using System.Text.Json;

namespace CrossBorder.Federation.Backup;

/// <summary>Writes the content of a backup, and its manifest behind it.</summary>
internal sealed class BackupWriting(ChunkWriter chunks) : IDisposable
{
    private readonly List<BackupTable> tables = [];
    private readonly List<BackupKeyFile> keyFiles = [];
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string? table;
    private long rows;

    public Task BeginAsync(BackupOrigin origin, CancellationToken cancellationToken) =>
        chunks.WriteAsync(BackupLines.Write(new { origin }), cancellationToken);

    public Task TableAsync(string name, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        EndTable();
        (table, rows) = (name, 0);
        return WriteAsync(new { table = name, columns }, cancellationToken);
    }

    public Task RowAsync(IReadOnlyList<JsonElement> values, CancellationToken cancellationToken)
    {
        rows++;
        return WriteAsync(values, cancellationToken);
    }

    public async Task KeyFileAsync(string setting, string name, byte[]? content, CancellationToken cancellationToken)
    {
        EndTable();
        keyFiles.Add(new BackupKeyFile(setting, name, content is not null));
        if (content is not null)
            await chunks.WriteAsync(BackupLines.Write(new { file = setting, name, content }), cancellationToken);
    }

    public async Task<BackupManifest> FinishAsync(BackupOrigin origin, BackupLog log, CancellationToken cancellationToken)
    {
        EndTable();
        var manifest = new BackupManifest(origin, tables, keyFiles, log);
        await chunks.WriteAsync(BackupLines.Write(new { manifest }), cancellationToken);
        await chunks.FinishAsync(cancellationToken);
        return manifest;
    }

    public void Dispose() => digest.Dispose();

    private Task WriteAsync(object value, CancellationToken cancellationToken)
    {
        var line = BackupLines.Write(value);
        digest.AppendData(line);
        return chunks.WriteAsync(line, cancellationToken);
    }

    private void EndTable()
    {
        if (table is not null)
            tables.Add(new BackupTable(table, rows, Convert.ToHexStringLower(digest.GetHashAndReset())));
        table = null;
    }
}
