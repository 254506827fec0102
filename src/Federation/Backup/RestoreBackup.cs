using System.Text.Json;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Backup;

/// <summary>
/// Puts trust and keys back. The whole file is verified before a row is touched; then all of it is one transaction, which tells every node
/// to take over.
/// </summary>
internal sealed class RestoreBackup(IRestoredTables tables, AuditReading reading, IAuditLinks links, IAuditLog audit, IOptions<HubOptions> hub)
{
    /// <param name="replace">The issuer as it was typed, where what is there is to be replaced.</param>
    /// <param name="replacedLog">Where the log of this database is written to, before another takes its place.</param>
    /// <returns>CB6151 to CB6154 for the file; CB6155 where something is there, CB6156 for another hub, CB6157 for another log, CB6158 for the file of the log.</returns>
    public async Task<Outcome<RestoreReport>> RunAsync(
        FileInfo file, string passphrase, string? replace, FileInfo? replacedLog, OfficerPresence? officer, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read);
        var verified = await BackupReading.ReadAsync(stream, passphrase, new NobodyVisits(), cancellationToken);
        if (!verified.TryGetValue(out var manifest))
            return Outcome<RestoreReport>.Refused(verified.Errors);
        if (manifest.Origin.Issuer != hub.Value.Issuer || (replace is not null && replace != hub.Value.Issuer))
            return ErrorCatalogue.BackupOfAnotherHub.With($"This hub is {hub.Value.Issuer}; the backup is of {manifest.Origin.Issuer}{(replace is null ? "" : $", and {replace} was typed")}.");

        // Refused, it is rolled back with nothing done.
        await using var begun = tables;
        var here = await tables.BeginAsync(cancellationToken);
        if (replace is null && !await tables.AreEmptyAsync(cancellationToken))
            return ErrorCatalogue.BackupWouldReplace.With($"To replace what is there: --replace {hub.Value.Issuer}");

        var standing = await CompareAsync(stream, passphrase, manifest, here, cancellationToken);
        if (standing == LogStanding.Apart)
        {
            if (replacedLog is null)
                return ErrorCatalogue.BackupLogApart.With($"This log has {here.Size} entries, that of the backup {manifest.Log.Size}. To replace it: --keep-log FILE");
            if (replacedLog.Exists)
                return ErrorCatalogue.BackupFileUnfit.With($"{replacedLog.Name} is there already; nothing is overwritten.");
            await AuditCommand.ExportAsync(reading, replacedLog, TextWriter.Null, cancellationToken);
        }

        var replacesLog = standing != LogStanding.Longer;
        var kept = await tables.EmptyAsync(replacesLog, cancellationToken);
        stream.Position = 0;
        var written = await BackupReading.ReadAsync(stream, passphrase, new Writing(tables), cancellationToken);
        if (!written.Succeeded)
            return Outcome<RestoreReport>.Refused(written.Errors);
        await tables.CommitAsync(() => Record(manifest, here, replacesLog, kept, officer), cancellationToken);
        return new RestoreReport(manifest, kept, replacesLog);
    }

    /// <summary>How the log here stands to that of the backup. Asked while nobody can add to it.</summary>
    private async Task<LogStanding> CompareAsync(
        FileStream stream, string passphrase, BackupManifest manifest, BackupLog here, CancellationToken cancellationToken)
    {
        if (here.Size == 0)
            return LogStanding.Shorter;
        // The longer log holds all that the shorter one says. Where neither goes on from the other, one would hide the other.
        if (here.Size >= manifest.Log.Size && (manifest.Log.Size == 0 || await links.HashAtAsync(manifest.Log.Size - 1, cancellationToken) == manifest.Log.Last))
            return LogStanding.Longer;

        var looking = new LogAt(here.Size - 1);
        stream.Position = 0;
        await BackupReading.ReadAsync(stream, passphrase, looking, cancellationToken);
        return looking.Hash == here.Last ? LogStanding.Shorter : LogStanding.Apart;
    }

    private void Record(BackupManifest manifest, BackupLog here, bool replacesLog, RestoreKept kept, OfficerPresence? officer) =>
        audit.Record("backup.restored", officer is null ? AuditActors.Hub : AuditActors.Officer, officer?.OfficerId ?? "hub", new Dictionary<string, string>
        {
            ["actor"] = officer?.Name ?? "command-line",
            ["createdAt"] = manifest.Origin.CreatedAt.ToString("O"),
            ["createdBy"] = manifest.Origin.Officer,
            ["log"] = replacesLog ? "of the backup" : "of this database",
            // The end of the log that stood here: whoever kept a checkpoint of it can tell that it was this one.
            ["logBefore"] = $"{here.Size} {here.Last}",
            ["keptRevocations"] = $"{kept.Revocations}",
            ["keptRevokedKeys"] = $"{kept.RevokedKeys}",
            ["keptOfficersOut"] = $"{kept.OfficersKeptOut}",
        });

    private enum LogStanding
    {
        /// <summary>The log here goes on from that of the backup, and stays.</summary>
        Longer,

        /// <summary>That of the backup goes on from the one here.</summary>
        Shorter,

        /// <summary>Neither goes on from the other.</summary>
        Apart,
    }

    private sealed class Writing(IRestoredTables tables) : IBackupVisitor
    {
        public Outcome<bool> Table(string name, IReadOnlyList<string> columns) => tables.Expect(name, columns);

        public Task RowAsync(JsonElement row, CancellationToken cancellationToken) => tables.AddAsync(row, cancellationToken);
    }

    /// <summary>Finds the hash that the backup's log has at one place.</summary>
    private sealed class LogAt(long sequence) : IBackupVisitor
    {
        private int sequenceAt = -1;
        private int hashAt = -1;

        public string? Hash { get; private set; }

        public Outcome<bool> Table(string name, IReadOnlyList<string> columns)
        {
            var isLog = name == "AuditEntries";
            sequenceAt = isLog ? columns.ToList().IndexOf(nameof(AuditEntry.Sequence)) : -1;
            hashAt = isLog ? columns.ToList().IndexOf(nameof(AuditEntry.Hash)) : -1;
            return true;
        }

        public Task RowAsync(JsonElement row, CancellationToken cancellationToken)
        {
            if (sequenceAt >= 0 && hashAt >= 0 && row[sequenceAt].ValueKind == JsonValueKind.Number && row[sequenceAt].GetInt64() == sequence)
                Hash = Convert.ToHexStringLower(row[hashAt].GetBytesFromBase64());
            return Task.CompletedTask;
        }
    }
}

/// <param name="LogReplaced">False: the log of this database is the longer one, and stayed.</param>
internal sealed record RestoreReport(BackupManifest Manifest, RestoreKept Kept, bool LogReplaced);
