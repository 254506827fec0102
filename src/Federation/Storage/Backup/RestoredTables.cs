using System.Text.Json;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Backup;
using CrossBorder.Federation.Trust.Changes;
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

    private readonly HashSet<object> kept = [];
    private IDbContextTransaction? transaction;
    private IEntityType? type;
    private IReadOnlyList<IProperty> columns = [];
    private List<AuditEntry> waiting = [];
    private (long Trust, long Keys) epochs;
    private bool takesLog;
    private int added;

    public async Task<bool> AreEmptyAsync(CancellationToken cancellationToken)
    {
        foreach (var table in BackedUpTables.Included.Except(Seeded).Except(["AuditEntries"]))
            if (BackupRows.TypeOf(context, table) is { } found && await BackupRows.All(context, found).AnyAsync(cancellationToken))
                return false;
        return (await LogAsync(cancellationToken)).Size == 0;
    }

    public Task<BackupLog> LogAsync(CancellationToken cancellationToken) => BackupTables.LogAsync(context, cancellationToken);

    public async Task<RestoreKept> BeginAsync(bool replaceLog, CancellationToken cancellationToken)
    {
        takesLog = replaceLog;
        context.ChangeTracker.Clear();
        transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // The locks on these rows keep nodes from linking and saving meanwhile.
        await context.AuditHeads.ExecuteUpdateAsync(row => row.SetProperty(head => head.Revision, head => head.Revision + 1), cancellationToken);
        epochs = (await context.TrustEpochs.Select(epoch => epoch.Number).SingleAsync(cancellationToken),
            await context.Set<KeyEpoch>().Select(epoch => epoch.Number).SingleAsync(cancellationToken));
        var revocations = await Revocations().Select(change => change.Id).ToListAsync(cancellationToken);
        var revokedKeys = await RevokedKeys().Select(key => key.Id).ToListAsync(cancellationToken);
        kept.UnionWith(revocations.Cast<object>().Concat(revokedKeys));
        if (takesLog)
            waiting = await context.AuditEntries.AsNoTracking().Where(entry => entry.Sequence == null).OrderBy(entry => entry.Id).ToListAsync(cancellationToken);

        foreach (var table in BackedUpTables.Included.Reverse().Where(Takes))
            if (BackupRows.TypeOf(context, table) is { } found)
                await EmptyAsync(found, cancellationToken);
        return new RestoreKept(revocations.Count, revokedKeys.Count);
    }

    public Outcome<bool> Expect(string table, IReadOnlyList<string> names)
    {
        if (!BackedUpTables.Included.Contains(table) || BackupRows.TypeOf(context, table) is not { } found)
            return ErrorCatalogue.BackupVersionForeign.With($"This version of the hub has no table {table} in its backups.");
        if (names.FirstOrDefault(name => found.FindProperty(name) is null) is { } unknown)
            return ErrorCatalogue.BackupVersionForeign.With($"This version of the hub has no column {table}.{unknown}.");
        type = Takes(table) ? found : null;
        columns = [.. names.Select(name => found.FindProperty(name)!)];
        return true;
    }

    public async Task AddAsync(JsonElement row, CancellationToken cancellationToken)
    {
        if (type is null)
            return;
        var made = BackupRows.Make(context, type, columns, row);
        if (kept.Contains(made switch { TrustChange change => change.Id, TokenKey key => key.Id, _ => this }))
        {
            context.Entry(made).State = EntityState.Detached;
            return;
        }

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

    private IQueryable<TrustChange> Revocations() => context.TrustChanges.Where(change => change.Kind == TrustChangeKind.Revoke
        && (change.State == TrustChangeState.InForce || change.State == TrustChangeState.Confirmed));

    private IQueryable<TokenKey> RevokedKeys() => context.Set<TokenKey>().Where(key => key.State == KeyState.Revoked);

    private async Task EmptyAsync(IEntityType found, CancellationToken cancellationToken)
    {
        if (found.ClrType == typeof(TrustChange))
            await context.TrustChanges.Where(change => change.Kind != TrustChangeKind.Revoke
                || (change.State != TrustChangeState.InForce && change.State != TrustChangeState.Confirmed)).ExecuteDeleteAsync(cancellationToken);
        else if (found.ClrType == typeof(TokenKey))
            await context.Set<TokenKey>().Where(key => key.State != KeyState.Revoked).ExecuteDeleteAsync(cancellationToken);
        else
            await BackupRows.All(context, found).ExecuteDeleteAsync(cancellationToken);
    }

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
