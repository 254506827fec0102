using System.Data;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Storage;

/// <summary>Connections to SQLite stay open from scope to scope (ADR 0047), and nothing of one scope is left for the next.</summary>
public sealed class OpenConnectionTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_is_open_before_it_is_asked_again()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        await using var scope = desk.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();

        await context.AuditEntries.CountAsync(Stop);
        var handle = ((SqliteConnection)context.Database.GetDbConnection()).Handle;
        await context.AuditEntries.CountAsync(Stop);

        Assert.Equal(ConnectionState.Open, context.Database.GetDbConnection().State);
        Assert.NotNull(handle);
        Assert.Same(handle, ((SqliteConnection)context.Database.GetDbConnection()).Handle);
    }

    [Fact]
    public async Task A_transaction_that_was_left_open_ends_with_its_scope()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var before = await CountAsync(desk);

        // Again and again: statements of a connection that was closed are asked on the one that comes after it.
        for (var round = 0; round < 3; round++)
        {
            await using (var scope = desk.Services.CreateAsyncScope())
            {
                var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
                await context.DataProtectionKeys.CountAsync(Stop);
                await context.Database.ExecuteSqlRawAsync(
                    "BEGIN IMMEDIATE; INSERT INTO \"DataProtectionKeys\" (\"FriendlyName\", \"Xml\") VALUES ('left', '<left/>')", Stop);
                Assert.Equal(before + 1, await context.DataProtectionKeys.CountAsync(Stop));
            }

            // Whoever writes next would wait for it in vain.
            Assert.Equal(before, await CountAsync(desk));
            await desk.UseAsync<HubDbContext, int>(async context =>
            {
                var key = context.DataProtectionKeys.Add(new() { FriendlyName = "kept", Xml = "<kept/>" });
                await context.SaveChangesAsync(Stop);
                key.State = EntityState.Deleted;
                return await context.SaveChangesAsync(Stop);
            });
        }
    }

    private static Task<int> CountAsync(ApplicationsDesk desk) =>
        desk.UseAsync<HubDbContext, int>(context => context.DataProtectionKeys.CountAsync(Stop));
}
