using System.Data.Common;
using Npgsql;

namespace CrossBorder.Federation.Storage.Prepared;

/// <summary>
/// Lets PostgreSQL's driver prepare what comes again and again, unless the operator says how many: 0 where a pooler stands in between that hands
/// every transaction to another connection and does not know prepared statements.
/// </summary>
internal static class PreparedConnection
{
    // As many texts as the hub's hot paths have, several times over; each costs the server some kilobytes for each connection.
    private const int Most = 100;

    public static string Of(string connectionString)
    {
        var told = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (told.ContainsKey("Max Auto Prepare") || told.ContainsKey(nameof(NpgsqlConnectionStringBuilder.MaxAutoPrepare)))
            return connectionString;
        return new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = Most }.ConnectionString;
    }
}
