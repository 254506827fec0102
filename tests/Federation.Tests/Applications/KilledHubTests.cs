using System.Net;
using System.Net.Sockets;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Storage;
using CrossBorder.Testing.Databases;
using CrossBorder.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>The real hub in a process of its own, killed in the middle of its work and started again.</summary>
public sealed class KilledHubTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>, IDisposable
{
    private const int Cases = 6;

    private readonly string folder = Directory.CreateTempSubdirectory("crossborder-killed-").FullName;

    // slow: killed while the department still thinks. forget-ack: killed after it stored, before any receipt.
    // off: killed as soon as anything has arrived, wherever the others happen to be.
    [Theory]
    [InlineData("SQLite", "slow")]
    [InlineData("SQLite", "forget-ack")]
    [InlineData("SQLite", "off")]
    [InlineData("PostgreSQL", "forget-ack")]
    public async Task A_hub_that_is_killed_loses_nothing_and_doubles_nothing(string database, string fault)
    {
        var connection = await ConnectionAsync(database);
        await using var desk = await ApplicationsDesk.OpenAsync(departments, connection, worker: false);
        var before = await departments.ArrivalsAsync("gd-hrss");
        await departments.SwitchAsync("gd-hrss", fault);
        var filed = new Dictionary<string, string>();
        for (var index = 0; index < Cases; index++)
        {
            var view = (await desk.SubmitAsync(Requests.Complete("gd-si-003", $"key-{index}"))).Value;
            filed.Add(view.CaseNumber, view.Deliveries[0].Id);
        }

        using (var hub = StartHub(desk, connection))
        {
            await WaitAsync(hub, async () => fault == "slow"
                ? await desk.UseAsync<HubDbContext, bool>(context => context.Set<Delivery>().AnyAsync(delivery => delivery.Envelope != null))
                : (await ArrivedAsync(before)).Count > 0);
            hub.Kill();
        }

        var envelopes = await EnvelopesAsync(desk);
        await departments.SwitchAsync("gd-hrss", "off");
        using (StartHub(desk, connection))
        {
            foreach (var (caseNumber, delivery) in filed)
            {
                var view = await desk.UntilAsync(caseNumber, view => view.Status == ApplicationStatus.Accepted);
                Assert.Equal(delivery, Assert.Single(view.Deliveries).Id);
                Assert.Single(view.Timeline, line => line.Event == "accepted");
            }
        }

        Assert.Equal(filed.Values.Order(), (await ArrivedAsync(before)).Order());
        Assert.Equal(Cases, await desk.UseAsync<HubDbContext, int>(context => context.Set<Receipt>().CountAsync()));
        var after = await EnvelopesAsync(desk);
        Assert.All(envelopes, kept => Assert.Equal(kept.Value, after[kept.Key]));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private HubProcess StartHub(ApplicationsDesk desk, string connection) => StartHub(desk, connection, $"https://localhost:{FreePort()}");

    private HubProcess StartHub(ApplicationsDesk desk, string connection, string https) => HubProcess.Start(departments.World.SettingsFile, new Dictionary<string, string>
    {
        ["Database:ConnectionString"] = connection,
        ["Hub:Http"] = $"http://127.0.0.1:{FreePort()}",
        ["Hub:Https"] = https,
        ["Hub:MutualTls"] = https,
        ["Delivery:Lease"] = "00:00:15",
        // The cases were filed with the desk's keys.
        ["PersonalData:ActiveKey"] = "pd",
        ["PersonalData:Keys:0:Id"] = "pd",
        ["PersonalData:Keys:0:File"] = desk.KeyFile,
        ["PersonalData:LookupKeyFile"] = desk.KeyFile,
        ["PersonalData:PairwiseKeyFile"] = desk.KeyFile,
    });

    private async Task<string> ConnectionAsync(string database)
    {
        if (database == "SQLite")
            return "Data Source=" + Path.Combine(folder, Guid.NewGuid().ToString("N") + ".db");

        var server = await PostgreSqlServer.FindAsync();
        Assert.SkipWhen(server is null, PostgreSqlServer.Missing);
        return await server.CreateDatabaseAsync();
    }

    private async Task<List<string>> ArrivedAsync(IReadOnlyDictionary<string, int> before) =>
        [.. (await departments.ArrivalsAsync("gd-hrss")).Keys.Where(delivery => !before.ContainsKey(delivery))];

    private static Task<Dictionary<string, string>> EnvelopesAsync(ApplicationsDesk desk) =>
        desk.UseAsync<HubDbContext, Dictionary<string, string>>(context => context.Set<Delivery>().AsNoTracking()
            .Where(delivery => delivery.Envelope != null).ToDictionaryAsync(delivery => delivery.Id, delivery => delivery.Envelope!));

    private static Task WaitAsync(HubProcess hub, Func<Task<bool>> reached) => Waiting.UntilAsync(async () =>
    {
        Assert.False(hub.HasExited, "The hub ended by itself.");
        return await reached();
    }, "the hub is where it is killed", TestContext.Current.CancellationToken);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
