using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using CrossBorder.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Operations;

[Collection(nameof(OneHubAtATime))]
public sealed class TelemetryTests
{
    private const string Secret = "GD2026-000123";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_are_Prometheus_text_with_requests_by_route_and_the_features_own_meters()
    {
        await using var hub = await HubServing.StartAsync();
        await hub.Client.GetAsync(new Uri($"/api/items/{Secret}?q={Secret}", UriKind.Relative), Stop);
        using var meter = hub.Services.GetRequiredService<IMeterFactory>().Create("CrossBorder.Anything");
        meter.CreateCounter<long>("crossborder.anything.done").Add(3);

        using var answer = await hub.Client.GetAsync(new Uri("/metrics", UriKind.Relative), Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches(new Regex(@"^http_server_request_duration_seconds_count\{[^}]*http_route=""/api/items/\{code\}""", RegexOptions.Multiline), text);
        Assert.Matches(new Regex(@"^crossborder_anything_done_total(\{[^}]*\})? 3", RegexOptions.Multiline), text);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traces_go_to_the_collector_with_routes_and_hosts_and_without_addresses()
    {
        await using var collector = await Collector.StartAsync();
        await using (var hub = await HubServing.StartAsync(
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            },
            app => app.MapGet("/ask/{number}", async () =>
            {
                using var client = new HttpClient();
                using var answer = await client.GetAsync(new Uri($"{collector.Address}/partner/{Secret}?code={Secret}"));
                return TypedResults.Text(answer.StatusCode.ToString());
            })))
        {
            await hub.Client.GetAsync(new Uri($"/ask/{Secret}?login_hint={Secret}", UriKind.Relative), Stop);
            await hub.Client.GetAsync(new Uri($"/nowhere/{Secret}", UriKind.Relative), Stop);
            await hub.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Stop);
            await Waiting.UntilAsync(() => collector.Traces.Contains("/ask/{number}", StringComparison.Ordinal), "the traces came", Stop);
        }

        Assert.Contains("crossborder-hub", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("/ask/{number}", collector.Traces, StringComparison.Ordinal);
        Assert.Contains(collector.Address, collector.Traces, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, collector.Traces, StringComparison.Ordinal);
        Assert.DoesNotContain("/health", collector.Traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_has_a_trace_id_without_a_collector()
    {
        await using var hub = await HubServing.StartAsync();

        using var answer = await hub.Client.GetAsync(new Uri("/api/items/nothing", UriKind.Relative), Stop);

        Assert.Matches("\"traceId\":\"[0-9a-f]{32}\"", await answer.Content.ReadAsStringAsync(Stop));
    }
}
