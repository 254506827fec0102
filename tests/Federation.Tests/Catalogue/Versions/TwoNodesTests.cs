using System.Net.Http.Json;
using System.Text.Json;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Catalogue.Versions;

/// <summary>Two nodes on one PostgreSQL, each looking by itself as in service.</summary>
public sealed class TwoNodesTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_published_at_one_node_is_offered_by_the_other()
    {
        await using var here = await ApplicationsDesk.OpenAsync(departments, "PostgreSQL", worker: false);
        var connection = await here.UseAsync<HubDbContext, string>(context => Task.FromResult(context.Database.GetConnectionString()!));
        await using var there = await ApplicationsDesk.OpenAsync(departments, connection, worker: false);
        // At the same moment, as after an update: the first catalogue comes once.
        await Task.WhenAll(Worker(here).StartAsync(Stop), Worker(there).StartAsync(Stop));
        await Task.WhenAll(Worker(here).StartedAsync(Stop), Worker(there).StartedAsync(Stop));
        try
        {
            Assert.Equal(Shipped.Catalogue.Version, Assert.Single(await there.HeadsAsync()).Version);
            await here.ImportAsync(Edited.Catalogue("2027-01", catalogue => catalogue.Rename("gd-si-001", "As of 2027")));
            Assert.True((await here.PublishAsync("2027-01")).Succeeded);

            foreach (var node in new[] { here, there })
            {
                using var http = await node.ListenAsync();
                var item = await Waiting.UntilAsync(
                    () => http.GetFromJsonAsync<JsonElement>("api/items/gd-si-001?lang=en", Stop),
                    shown => shown.GetProperty("version").GetString() == "2027-01", "the node offers the new version", Stop);
                Assert.Equal("As of 2027", item.GetProperty("name").GetString());
            }
        }
        finally
        {
            await Worker(here).StopAsync(CancellationToken.None);
            await Worker(there).StopAsync(CancellationToken.None);
        }
    }

    private static CatalogueWatchWorker Worker(ApplicationsDesk desk) => desk.Services.GetRequiredService<CatalogueWatchWorker>();
}
