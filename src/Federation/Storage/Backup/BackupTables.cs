using System.Data;
using System.Data.Common;
using System.Text.Json;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Backup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Backup;

internal sealed class BackupTables(HubDbContext context) : IBackupTables
{
    public async Task<BackupLog> ReadAsync(
        Func<string, IReadOnlyList<string>, Task> table, Func<IReadOnlyList<JsonElement>, Task> row, CancellationToken cancellationToken)
    {
        await using var moment = await OneMomentAsync(cancellationToken);
        try
        {
            return await ReadAllAsync(table, row, cancellationToken);
        }
        finally
        {
            // What is written after it, such as who made the backup, is not part of it.
            await context.Database.UseTransactionAsync(null, CancellationToken.None);
        }
    }

    private async Task<BackupLog> ReadAllAsync(
        Func<string, IReadOnlyList<string>, Task> table, Func<IReadOnlyList<JsonElement>, Task> row, CancellationToken cancellationToken)
    {
        foreach (var name in BackedUpTables.Included)
        {
            if (BackupRows.TypeOf(context, name) is not { } type)
                continue;
            await table(name, [.. BackupColumn.Of(type).Select(column => column.Name)]);
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

    private async Task<DbTransaction> OneMomentAsync(CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = context.Database.GetDbConnection();
        // A reader: the hub goes on writing meanwhile.
        var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        return transaction;
    }
}
