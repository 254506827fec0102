using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrossBorder.Federation.Storage.Prepared;

/// <summary>
/// Lets SQLite read a statement once for each connection that stays open, instead of each time: reading one costs more than running it.
/// PostgreSQL's driver does the same by itself (<c>Max Auto Prepare</c>). Statements of one connection never run within one another, which that
/// driver does not allow either.
/// </summary>
internal sealed class KeptStatements : DbCommandInterceptor
{
    // What a connection is asked again and again are some dozens; texts that grow with a list are no more than read again.
    private const int Most = 200;

    // A connection that is closed lets go of what it read; opened again, it reads anew.
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, SqliteCommand>> OfConnections = [];

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        KeptOf(command) is { } kept ? InterceptionResult<DbDataReader>.SuppressWithResult(kept.ExecuteReader()) : result;

    // SQLite knows no asynchronous work: both ways are the same.
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        KeptOf(command) is { } kept ? InterceptionResult<int>.SuppressWithResult(kept.ExecuteNonQuery()) : result;

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(NonQueryExecuting(command, eventData, result));

    /// <summary>The statement of this text that was read before, with this command's parameters; null where the connection remembers no more.</summary>
    private static SqliteCommand? KeptOf(DbCommand command)
    {
        if (command is not SqliteCommand { Connection: { } connection } asked)
            return null;
        var statements = OfConnections.GetValue(connection, static _ => new(StringComparer.Ordinal));
        if (!statements.TryGetValue(asked.CommandText, out var kept))
        {
            if (statements.Count == Most)
                return null;
            kept = connection.CreateCommand();
            kept.CommandText = asked.CommandText;
            statements.Add(asked.CommandText, kept);
        }

        kept.Transaction = asked.Transaction;
        kept.CommandTimeout = asked.CommandTimeout;
        kept.Parameters.Clear();
        foreach (SqliteParameter parameter in asked.Parameters)
            kept.Parameters.Add(parameter);
        return kept;
    }
}
