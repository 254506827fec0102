using System.Text.RegularExpressions;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Tests.Operations;
using CrossBorder.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Alerts;

/// <summary>What operators' own alarms rest on.</summary>
[Collection(nameof(OneHubAtATime))]
public sealed class AlertMetricsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_tell_open_alerts_and_how_long_certificates_last()
    {
        await using var hub = await HubServing.StartAsync();
        var open = new Regex("""^crossborder_alerts_open[^{]*\{[^}]*kind="WitnessBehind"[^}]*severity="Critical"[^}]*\} 1""", RegexOptions.Multiline);
        // The hub's own worker, which starts at the same time, ends an alert that no condition holds up: then it is raised once more.
        var text = await Waiting.UntilAsync(async () =>
        {
            await RaiseWhereGoneAsync(hub.Services);
            await hub.Services.GetRequiredService<AlertMetrics>().TakeAsync(hub.Services.GetRequiredService<IServiceScopeFactory>(), Stop);
            return await hub.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Stop);
        }, open.IsMatch, "the metrics tell the open alert", Stop);

        Assert.Matches(new Regex("""^crossborder_certificate_days_left[^{]*\{[^}]*name="[^"]+"[^}]*\} [0-9]""", RegexOptions.Multiline), text);
    }

    private static async Task RaiseWhereGoneAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var alerts = scope.ServiceProvider.GetRequiredService<IAlerts>();
        if ((await alerts.OpenAsync(Stop)).Any(alert => alert.Kind == AlertKind.WitnessBehind))
            return;
        var condition = new AlertCondition(AlertKind.WitnessBehind, "measured", NoticeSeverity.Critical, "measured", "2027-01-01");
        alerts.Add(Alert.Raise(condition, TimeProvider.System.GetUtcNow()));
        await alerts.SaveAsync(Stop);
    }
}
