using System.Security.Cryptography;
using System.Text.Json;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Backup;

/// <summary>Reads a backup from its first byte to its last, and holds its content against its manifest. Needs no database and no settings.</summary>
internal sealed class BackupReading(IBackupVisitor visitor) : IDisposable
{
    private readonly List<BackupTable> tables = [];
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private BackupManifest? manifest;
    private BackupOrigin? origin;
    private string? table;
    private long rows;

    /// <summary>What is in it; CB6151 to CB6154.</summary>
    public static async Task<Outcome<BackupManifest>> ReadAsync(Stream file, string passphrase, IBackupVisitor visitor, CancellationToken cancellationToken)
    {
        var bytes = new byte[BackupHeader.Length];
        var read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var opened = BackupHeader.Read(bytes[..read], passphrase);
        if (!opened.TryGetValue(out var header))
            return Outcome<BackupManifest>.Refused(opened.Errors);

        using (header)
        using (var reading = new BackupReading(visitor))
        using (var chunks = new ChunkReader(file, header))
            return await reading.RunAsync(chunks, cancellationToken);
    }

    public void Dispose() => digest.Dispose();

    private async Task<Outcome<BackupManifest>> RunAsync(ChunkReader chunks, CancellationToken cancellationToken)
    {
        var waiting = new List<byte>();
        while (true)
        {
            var next = await chunks.NextAsync(cancellationToken);
            if (!next.Succeeded)
                return Outcome<BackupManifest>.Refused(next.Errors);
            if (next.Value is not { } content)
                break;
            waiting.AddRange(content);
            foreach (var line in BackupLines.Take(waiting))
            {
                var taken = await TakeAsync(line, cancellationToken);
                if (!taken.Succeeded)
                    return Outcome<BackupManifest>.Refused(taken.Errors);
            }
        }

        if (manifest is null || waiting.Count > 0)
            return ErrorCatalogue.BackupDamaged.With("Its manifest is missing.");
        return manifest.Origin == origin && manifest.Tables.SequenceEqual(tables)
            ? manifest
            : ErrorCatalogue.BackupDamaged.With("Its content is not what its manifest says.");
    }

    private async Task<Outcome<bool>> TakeAsync(byte[] line, CancellationToken cancellationToken)
    {
        var value = JsonSerializer.Deserialize<JsonElement>(line);
        if (value.ValueKind == JsonValueKind.Array)
        {
            digest.AppendData(line);
            rows++;
            await visitor.RowAsync(value, cancellationToken);
            return true;
        }

        EndTable();
        if (value.TryGetProperty("origin", out var from) && origin is null)
        {
            origin = from.Deserialize<BackupOrigin>(BackupLines.Json);
            return true;
        }

        if (value.TryGetProperty("table", out var name))
        {
            (table, rows) = (name.GetString()!, 0);
            digest.AppendData(line);
            return visitor.Table(table, value.GetProperty("columns").Deserialize<string[]>()!);
        }

        if (value.TryGetProperty("file", out var setting))
            return await visitor.KeyFileAsync(setting.GetString()!, value.GetProperty("name").GetString()!, value.GetProperty("content").GetBytesFromBase64(), cancellationToken);
        manifest = value.GetProperty("manifest").Deserialize<BackupManifest>(BackupLines.Json);
        return true;
    }

    private void EndTable()
    {
        if (table is not null)
            tables.Add(new BackupTable(table, rows, Convert.ToHexStringLower(digest.GetHashAndReset())));
        table = null;
    }
}
