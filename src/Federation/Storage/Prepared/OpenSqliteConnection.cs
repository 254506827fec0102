using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace CrossBorder.Federation.Storage.Prepared;

/// <summary>
/// Stays open as long as its context is kept (ADR 0047): to open a connection to SQLite, teach it EF Core's functions and read the statement
/// costs several times what the question itself does. It holds no lock between two questions.
/// </summary>
#pragma warning disable EF1001 // There is no other place where a context can be told to keep its connection; OpenConnectionTests say when it changes.
internal sealed class OpenSqliteConnection(
    RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder commands, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, commands, logger)
#pragma warning restore EF1001
{
    protected override void CloseDbConnection()
    {
        if (MayStayOpen())
            return;
        KeptStatements.Forget(DbConnection);
        base.CloseDbConnection();
    }

    protected override Task CloseDbConnectionAsync()
    {
        CloseDbConnection();
        return Task.CompletedTask;
    }

    protected override void ResetState(bool disposeDbConnection)
    {
        base.ResetState(disposeDbConnection);
        if (!disposeDbConnection)
            CloseDbConnection();
    }

    protected override async ValueTask ResetStateAsync(bool disposeDbConnection)
    {
        await base.ResetStateAsync(disposeDbConnection);
        if (!disposeDbConnection)
            CloseDbConnection();
    }

    /// <summary>
    /// False where it is not open, or stands in a transaction that cannot be ended. One that was merely left open is rolled back: the driver would
    /// hand it on with the connection.
    /// </summary>
    private bool MayStayOpen()
    {
        if (DbConnection is not SqliteConnection { Handle: { } handle })
            return false;
        if (raw.sqlite3_get_autocommit(handle) == 0)
            raw.sqlite3_exec(handle, "ROLLBACK");
        return raw.sqlite3_get_autocommit(handle) != 0;
    }
}
