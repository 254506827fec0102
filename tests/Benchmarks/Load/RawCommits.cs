using System.Data.Common;
using System.Security.Cryptography;
using CrossBorder.Federation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Benchmarks.Load;

/// <summary>The named peer: one row a commit on the hub's own connection, with the hub's own settings of durability.</summary>
internal static class RawCommits
{
    public static async Task<IReadOnlyList<LoadResult>> RunAsync(IServiceProvider hub, TimeSpan span, int rounds, CancellationToken cancellationToken)
    {
        await using var scope = hub.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<HubDbContext>().Database;
        await database.OpenConnectionAsync(cancellationToken);
        var connection = database.GetDbConnection();
        await ExecuteAsync(connection, "CREATE TABLE raw_commits (body text NOT NULL)", cancellationToken);
        var row = $"INSERT INTO raw_commits VALUES ('{Convert.ToHexString(RandomNumberGenerator.GetBytes(150))}')";
        var results = new List<LoadResult>(rounds);
        while (results.Count < rounds)
            results.Add(await Workers.RunAsync(1, span, _ => ExecuteAsync(connection, row, cancellationToken), cancellationToken));
        return results;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
