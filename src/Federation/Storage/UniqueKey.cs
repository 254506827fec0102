using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrossBorder.Federation.Storage;

/// <summary>How each database says that a key is already there.</summary>
internal static class UniqueKey
{
    public static bool IsViolated(DbUpdateException fault) => fault.InnerException switch
    {
        // 2067: unique index, 1555: primary key (sqlite.org/rescode.html)
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };
}
