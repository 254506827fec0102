using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>
/// Metrics at <c>/metrics</c>, and to the collector that <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names, where it names one; traces to
/// the collector alone. A feature's own meters and sources need no registration: their names begin with <c>CrossBorder.</c>
/// </summary>
internal static class Telemetry
{
    private const string Ours = "CrossBorder.*";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var collector = !string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("crossborder-hub", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Ours).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddPrometheusExporter();
                if (collector)
                    metrics.AddOtlpExporter();
            });

        // Spans that go nowhere are not recorded. A trace id every request has without them.
        if (collector)
            telemetry.WithTracing(traces => traces
                .AddSource(Ours)
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !IsProbe(context.Request.Path))
                .AddHttpClientInstrumentation()
                .AddProcessor(new AddressesOutOfTraces())
                .AddOtlpExporter());
    }

    public static void MapTelemetry(this IEndpointRouteBuilder endpoints) => endpoints.MapPrometheusScrapingEndpoint("/metrics").ForMachines();

    // Asked before routing, so by path.
    private static bool IsProbe(PathString path) => path.StartsWithSegments("/health") || path == "/metrics";
}
