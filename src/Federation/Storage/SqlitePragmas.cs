using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrossBorder.Federation.Storage;

/// <summary>
/// Readers beside one writer, a writer that waits instead of failing, foreign keys that hold, and commits that are on the disk
/// when they return: whoever was told 201 must find the case after a power cut (with NORMAL the last commits could be gone).
/// </summary>
/// <param name="isMoved">Whether somebody moves the log into the database, so that commits need not.</param>
internal sealed class SqlitePragmas(bool isMoved) : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON";

    private readonly string pragmas = isMoved
        ? string.Create(CultureInfo.InvariantCulture, $"{Pragmas}; PRAGMA wal_autocheckpoint={SqliteCheckpoints.LongestLog}")
        : Pragmas;

    // A connection that the pool gives out again is the same to SQLite, and remembers what it was told.
    private readonly ConditionalWeakTable<object, object> told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsNew(connection))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!IsNew(connection))
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        // Whoever asked may be gone: the connection is used on, and must have been told.
        await command.ExecuteNonQueryAsync(CancellationToken.None);
        Remember(connection);
    }

    private bool IsNew(DbConnection connection) => ((SqliteConnection)connection).Handle is not { } handle || !told.TryGetValue(handle, out _);

    private void Remember(DbConnection connection)
    {
        if (((SqliteConnection)connection).Handle is { } handle)
            told.AddOrUpdate(handle, told);
    }
}
