using System.Text.RegularExpressions;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Operations;
using CrossBorder.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Applications.Resilience;

/// <summary>What operators' own alarms rest on.</summary>
[Collection(nameof(OneHubAtATime))]
public sealed class BacklogMetricsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""^crossborder_deliveries_waiting[^{]*\{[^}]*department="gd-tax"[^}]*\} 3""")]
    [InlineData("""^crossborder_deliveries_oldest_age[^{]*\{[^}]*department="gd-tax"[^}]*\} 7[0-9]{3}""")]
    [InlineData("""^crossborder_deliveries_dead[^{]*\{[^}]*cause="CB4002"[^}]*department="gd-tax"[^}]*\} 3""")]
    [InlineData("""^crossborder_circuits_open[^{]*\{[^}]*department="gd-tax"[^}]*state="Open"[^}]*\} 1""")]
    public async Task Metrics_tell_what_waits_how_long_and_whose_circuit_is_open(string line)
    {
        // Nothing is handed over while it is measured: the department fetches by itself.
        await using var hub = await HubServing.StartAsync(new Dictionary<string, string>
        {
            ["Departments:0:Slug"] = "gd-tax", ["Departments:0:Channel"] = "pickup",
            ["Departments:0:EnvelopeAlgorithm"] = "RS256", ["Departments:0:ReceiptAlgorithms:0"] = "RS256",
        });
        await using (var scope = hub.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<HubDbContext>().QueueAsync("gd-tax", 3, TimeSpan.FromHours(2), "CB4002", attempts: 4);
            for (var i = 0; i < new DeliveryOptions().OpenAfter; i++)
                await scope.ServiceProvider.GetRequiredService<IDepartmentCircuits>().FailedAsync("gd-tax", TimeProvider.System.GetUtcNow(), Stop);
        }

        await Waiting.UntilAsync(async () =>
        {
            await hub.Services.GetRequiredService<BacklogMetrics>().TakeAsync(hub.Services.GetRequiredService<IServiceScopeFactory>(), Stop);
            return await hub.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Stop);
        }, text => Regex.IsMatch(text, line, RegexOptions.Multiline), $"the metrics hold {line}", Stop);
    }
}
