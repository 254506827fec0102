using System.Reflection;
using System.Security.Cryptography;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Backup;

/// <summary>Writes trust and keys to one encrypted file. That it was done stands in the audit log before the file has its name.</summary>
internal sealed class CreateBackup(
    IBackupTables tables, HubKeyFiles keyFiles, IAuditLog audit, IOfficers store, IOptions<HubOptions> hub, HubNode node, TimeProvider clock)
{
    /// <summary>CB6150 for a weak passphrase, CB6158 where the file is there already or cannot be written.</summary>
    /// <param name="officer">Null where the hub has no officers yet.</param>
    public async Task<Outcome<BackupManifest>> RunAsync(
        FileInfo file, string passphrase, bool withKeyFiles, OfficerPresence? officer, CancellationToken cancellationToken)
    {
        if (!BackupPassphrase.Fit(passphrase).Succeeded)
            return Outcome<BackupManifest>.Refused(BackupPassphrase.Fit(passphrase).Errors);
        if (file.Exists)
            return ErrorCatalogue.BackupFileUnfit.With($"{file.Name} is there already; nothing is overwritten.");

        var origin = new BackupOrigin(hub.Value.Issuer, clock.GetUtcNow(), officer?.Name ?? "", node.Name,
            typeof(CreateBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");
        BackupManifest? manifest = null;
        try
        {
            await OwnerFile.WriteAsync(file.FullName, async stream =>
            {
                manifest = await WriteAsync(stream, passphrase, withKeyFiles, origin, cancellationToken);
                await RecordAsync(stream, manifest, withKeyFiles, officer, cancellationToken);
            }, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ErrorCatalogue.BackupFileUnfit.With(fault.Message);
        }

        return manifest!;
    }

    private async Task<BackupManifest> WriteAsync(Stream stream, string passphrase, bool withKeyFiles, BackupOrigin origin, CancellationToken cancellationToken)
    {
        using var header = BackupHeader.Create(passphrase);
        await stream.WriteAsync(header.Bytes, cancellationToken);
        using var chunks = new ChunkWriter(stream, header);
        using var writing = new BackupWriting(chunks);
        await writing.BeginAsync(origin, cancellationToken);
        var log = await tables.ReadAsync(
            (name, columns) => writing.TableAsync(name, columns, cancellationToken), values => writing.RowAsync(values, cancellationToken), cancellationToken);
        foreach (var (setting, path) in keyFiles.All)
            await writing.KeyFileAsync(setting, Path.GetFileName(path), withKeyFiles ? await File.ReadAllBytesAsync(path, cancellationToken) : null, cancellationToken);
        return await writing.FinishAsync(origin, log, cancellationToken);
    }

    private async Task RecordAsync(Stream stream, BackupManifest manifest, bool withKeyFiles, OfficerPresence? officer, CancellationToken cancellationToken)
    {
        await stream.FlushAsync(cancellationToken);
        string digest;
        await using (var written = new FileStream(((FileStream)stream).Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellationToken));
        audit.Record("backup.created", officer is null ? AuditActors.Hub : AuditActors.Officer, officer?.OfficerId ?? "hub", new Dictionary<string, string>
        {
            ["actor"] = officer?.Name ?? "command-line",
            ["sha256"] = digest,
            ["rows"] = $"{manifest.Tables.Sum(table => table.Rows)}",
            ["keyFiles"] = withKeyFiles ? "included" : "left out",
        });
        await store.SaveAsync(cancellationToken);
    }
}
