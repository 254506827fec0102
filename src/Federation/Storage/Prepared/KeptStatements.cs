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
    private static readonly ConditionalWeakTable<DbConnection, Kept> OfConnections = [];

    /// <summary>It is to be closed: what it read belongs to what is closed, and whoever opens it next reads anew.</summary>
    public static void Forget(DbConnection connection)
    {
        if (!OfConnections.TryGetValue(connection, out var kept))
            return;
        OfConnections.Remove(connection);
        kept.Clear();
    }

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

    /// <summary>The statement of this text, read before where it was asked before, with this command's parameters.</summary>
    private static SqliteCommand? KeptOf(DbCommand command)
    {
        if (command is not SqliteCommand { Connection: { } connection } asked)
            return null;
        var kept = OfConnections.GetValue(connection, static _ => new Kept()).Of(connection, asked.CommandText);
        kept.Transaction = asked.Transaction;
        kept.CommandTimeout = asked.CommandTimeout;
        kept.Parameters.Clear();
        foreach (SqliteParameter parameter in asked.Parameters)
            kept.Parameters.Add(parameter);
        return kept;
    }

    /// <summary>The statements of one connection: whoever came first gives way.</summary>
    private sealed class Kept
    {
        // What a connection is asked again and again are some dozens.
        private const int Most = 200;

        private readonly Dictionary<string, SqliteCommand> statements = new(StringComparer.Ordinal);
        private readonly Queue<string> order = new();

        public SqliteCommand Of(SqliteConnection connection, string text)
        {
            if (statements.TryGetValue(text, out var known))
                return known;
            if (statements.Count == Most && statements.Remove(order.Dequeue(), out var oldest))
                oldest.Dispose();
            var statement = connection.CreateCommand();
#pragma warning disable CA2100 // The text of a command that was about to run.
            statement.CommandText = text;
#pragma warning restore CA2100
            statements.Add(text, statement);
            order.Enqueue(text);
            return statement;
        }

        public void Clear()
        {
            foreach (var statement in statements.Values)
                statement.Dispose();
            statements.Clear();
            order.Clear();
        }
    }
}
