using System.Data.Common;
using Npgsql;

namespace CrossBorder.Federation.Storage.Prepared;

/// <summary>
/// Lets PostgreSQL's driver prepare what comes again and again, unless the operator says how many: 0 where a pooler stands in between that hands
/// every transaction to another connection and does not know prepared statements. And spares the server seven statements that reset the
/// connection each time it is given out again: the hub leaves nothing on one.
/// </summary>
internal static class PreparedConnection
{
    // As many texts as the hub's hot paths have, several times over; each costs the server some kilobytes for each connection.
    private const int Most = 100;

    public static string Of(string connectionString)
    {
        var told = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var made = new NpgsqlConnectionStringBuilder(connectionString);
        if (!Says("Max Auto Prepare", nameof(NpgsqlConnectionStringBuilder.MaxAutoPrepare)))
            made.MaxAutoPrepare = Most;
        if (!Says("No Reset On Close", nameof(NpgsqlConnectionStringBuilder.NoResetOnClose)))
            made.NoResetOnClose = true;
        return made.ConnectionString;

        bool Says(string name, string other) => told.ContainsKey(name) || told.ContainsKey(other);
    }
}
