using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrossBorder.Federation.Storage;

/// <summary>
/// Readers beside one writer, a writer that waits instead of failing, foreign keys that hold, and commits that are on the disk
/// when they return: whoever was told 201 must find the case after a power cut (with NORMAL the last commits could be gone).
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
