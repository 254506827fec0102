using System.Text.Json;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Backup;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CrossBorder.Federation.Storage.Backup;

internal sealed class RestoredTables(HubDbContext context) : IRestoredTables
{
    private const int Piece = 500;

    // These rows are there from the start, and are overwritten in place.
    private static readonly string[] Seeded = ["TrustEpochs", "KeyEpochs", "AuditHeads"];

    // Others go on reading, and wait with writing. SQLite lets one write at a time in any case. The rows that are there from the start are locked
    // one by one: a node that waits for one of them holds its table already.
    private static readonly string LockTables =
        $"LOCK TABLE {string.Join(", ", BackedUpTables.Included.Except(Seeded).Select(table => $"\"{table}\""))} IN SHARE ROW EXCLUSIVE MODE";

    private readonly StaysAsItIs stays = new();
    private IDbContextTransaction? transaction;
    private IEntityType? type;
    private IReadOnlyList<BackupColumn> columns = [];
    private List<AuditEntry> waiting = [];
    private (long Trust, long Keys) epochs;
    private bool takesLog;
    private int added;

    public async Task<BackupLog> BeginAsync(CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // First the rows that nodes lock before they save or link, in their own way; then all else that is looked at and replaced.
        await context.AuditHeads.ExecuteUpdateAsync(row => row.SetProperty(head => head.Revision, head => head.Revision + 1), cancellationToken);
        await context.TrustEpochs.ExecuteUpdateAsync(row => row.SetProperty(epoch => epoch.Number, epoch => epoch.Number), cancellationToken);
        await context.Set<KeyEpoch>().ExecuteUpdateAsync(row => row.SetProperty(epoch => epoch.Number, epoch => epoch.Number), cancellationToken);
        if (context.Database.IsNpgsql())
            await context.Database.ExecuteSqlRawAsync(LockTables, cancellationToken);
        epochs = (await context.TrustEpochs.Select(epoch => epoch.Number).SingleAsync(cancellationToken),
            await context.Set<KeyEpoch>().Select(epoch => epoch.Number).SingleAsync(cancellationToken));
        return await BackupTables.LogAsync(context, cancellationToken);
    }

    public async Task<bool> AreEmptyAsync(CancellationToken cancellationToken)
    {
        foreach (var table in BackedUpTables.Included.Except(Seeded).Except(["AuditEntries"]))
            if (BackupRows.TypeOf(context, table) is { } found && await BackupRows.All(context, found).AnyAsync(cancellationToken))
                return false;
        return (await BackupTables.LogAsync(context, cancellationToken)).Size == 0;
    }

    public async Task<RestoreKept> EmptyAsync(bool replaceLog, CancellationToken cancellationToken)
    {
        takesLog = replaceLog;
        context.ChangeTracker.Clear();
        await stays.ReadAsync(context, cancellationToken);
        if (takesLog)
            waiting = await context.AuditEntries.AsNoTracking().Where(entry => entry.Sequence == null).OrderBy(entry => entry.Id).ToListAsync(cancellationToken);

        foreach (var table in BackedUpTables.Included.Reverse().Where(Takes))
            if (BackupRows.TypeOf(context, table) is { } found && !await stays.EmptyAsync(context, found.ClrType, cancellationToken))
                await BackupRows.All(context, found).ExecuteDeleteAsync(cancellationToken);
        return stays.Counts;
    }

    public Outcome<bool> Expect(string table, IReadOnlyList<string> names)
    {
        if (!BackedUpTables.Included.Contains(table) || BackupRows.TypeOf(context, table) is not { } found)
            return ErrorCatalogue.BackupVersionForeign.With($"This version of the hub has no table {table} in its backups.");
        var known = BackupColumn.Of(found).ToDictionary(column => column.Name, StringComparer.Ordinal);
        if (names.FirstOrDefault(name => !known.ContainsKey(name)) is { } unknown)
            return ErrorCatalogue.BackupVersionForeign.With($"This version of the hub has no column {table}.{unknown}.");
        type = Takes(table) ? found : null;
        columns = [.. names.Select(name => known[name])];
        return true;
    }

    public async Task AddAsync(JsonElement row, CancellationToken cancellationToken)
    {
        if (type is null)
            return;
        var made = BackupRows.Make(context, type, columns, row);
        if (stays.Outweighs(made))
            return;
        context.Add(made);
        if (++added % Piece == 0)
            await StoreAsync(cancellationToken);
    }

    public async Task CommitAsync(Action written, CancellationToken cancellationToken)
    {
        await StoreAsync(cancellationToken);
        await context.TrustEpochs.ExecuteUpdateAsync(update => update.SetProperty(
            epoch => epoch.Number, epoch => (epoch.Number > epochs.Trust ? epoch.Number : epochs.Trust) + 1), cancellationToken);
        await context.Set<KeyEpoch>().ExecuteUpdateAsync(update => update.SetProperty(
            epoch => epoch.Number, epoch => (epoch.Number > epochs.Keys ? epoch.Number : epochs.Keys) + 1), cancellationToken);
        if (takesLog)
            await GoOnWithLogAsync(cancellationToken);
        written();
        await StoreAsync(cancellationToken);
        await transaction!.CommitAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => transaction?.DisposeAsync() ?? ValueTask.CompletedTask;

    private bool Takes(string table) => takesLog || !BackedUpTables.OfTheLog.Contains(table);

    // What this database wrote and nobody has linked yet, such as who restores: behind the log of the backup, where it is not in it.
    private async Task GoOnWithLogAsync(CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
            await context.Database.ExecuteSqlRawAsync(
                """SELECT setval(pg_get_serial_sequence('"AuditEntries"', 'Id'), (SELECT COALESCE(MAX("Id"), 0) + 1 FROM "AuditEntries"))""", cancellationToken);
        foreach (var entry in waiting)
            if (!await context.AuditEntries.AnyAsync(row => row.At == entry.At && row.Kind == entry.Kind
                && row.SubjectReference == entry.SubjectReference && row.Details == entry.Details, cancellationToken))
                context.Add(new AuditEntry
                {
                    At = entry.At, Kind = entry.Kind, ActorKind = entry.ActorKind, SubjectReference = entry.SubjectReference, Details = entry.Details, TraceId = entry.TraceId,
                });
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }
}
