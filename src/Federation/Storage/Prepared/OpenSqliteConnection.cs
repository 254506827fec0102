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
#pragma warning disable EF1001 // There is no other place where a context can be told to keep its connection; the tests say when it changes.
internal sealed class OpenSqliteConnection(
    RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder commands, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, commands, logger)
#pragma warning restore EF1001
{
    protected override void CloseDbConnection()
    {
        if (!MayStayOpen)
            base.CloseDbConnection();
    }

    protected override Task CloseDbConnectionAsync() => MayStayOpen ? Task.CompletedTask : base.CloseDbConnectionAsync();

    /// <summary>False with a transaction that was left open: closing ends it.</summary>
    private bool MayStayOpen => DbConnection is SqliteConnection { Handle: { } handle } && raw.sqlite3_get_autocommit(handle) != 0;
}
