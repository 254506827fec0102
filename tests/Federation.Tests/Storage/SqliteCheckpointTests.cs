using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Storage;

/// <summary>What is committed does not wait in SQLite's write-ahead log until a commit has to move it.</summary>
public sealed class SqliteCheckpointTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commit_is_in_the_database_itself_soon_after()
    {
        var mark = "moved-" + Guid.NewGuid().ToString("N");
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        context.DataProtectionKeys.Add(new() { FriendlyName = mark, Xml = "<moved/>" });
        await context.SaveChangesAsync(Stop);
        var file = ((SqliteConnection)context.Database.GetDbConnection()).DataSource;

        // The log is not looked into: this reads the file as it would be without it.
        await Waiting.UntilAsync(async () => (await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1, Stop)).Contains(mark, StringComparison.Ordinal),
            "the row is in the database's own file", Stop);
    }

    [Fact]
    public async Task Commits_move_the_log_themselves_where_it_has_grown_long()
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var connection = scope.ServiceProvider.GetRequiredService<HubDbContext>().Database.GetDbConnection();
        await scope.ServiceProvider.GetRequiredService<HubDbContext>().Database.OpenConnectionAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_autocheckpoint";

        var longest = (long)(await command.ExecuteScalarAsync(Stop))!;

        Assert.Equal(SqliteCheckpoints.LongestLog, longest);
    }
}
