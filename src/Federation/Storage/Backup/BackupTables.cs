using System.Data;
using System.Text.Json;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Backup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CrossBorder.Federation.Storage.Backup;

internal sealed class BackupTables(HubDbContext context) : IBackupTables
{
    public async Task<BackupLog> ReadAsync(
        Func<string, IReadOnlyList<string>, Task> table, Func<IReadOnlyList<JsonElement>, Task> row, CancellationToken cancellationToken)
    {
        await using var moment = await OneMomentAsync(cancellationToken);
        foreach (var name in BackedUpTables.Included)
        {
            if (BackupRows.TypeOf(context, name) is not { } type)
                continue;
            await table(name, [.. BackupRows.ColumnsOf(type).Select(column => column.Name)]);
            await foreach (var values in BackupRows.ReadAsync(context, type).WithCancellation(cancellationToken))
                await row(values);
        }

        return await LogAsync(context, cancellationToken);
    }

    internal static async Task<BackupLog> LogAsync(HubDbContext context, CancellationToken cancellationToken)
    {
        var head = await context.AuditHeads.AsNoTracking().SingleAsync(row => row.Id == AuditHead.TheOne, cancellationToken);
        return new BackupLog(head.Size, Convert.ToHexStringLower(head.Last), head.CheckpointSize,
            await context.AuditEntries.CountAsync(entry => entry.Sequence == null, cancellationToken));
    }

    private async Task<IDbContextTransaction> OneMomentAsync(CancellationToken cancellationToken)
    {
        if (context.Database.GetDbConnection() is not SqliteConnection connection)
            return await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

        // A reader: the hub goes on writing meanwhile.
        await context.Database.OpenConnectionAsync(cancellationToken);
        return (await context.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellationToken))!;
    }
}
