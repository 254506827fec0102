using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>
/// Alive is the process; ready is every dependency. A feature adds its own with
/// <c>services.AddHealthChecks().AddCheck&lt;XxxReady&gt;("name", tags: [Health.Ready])</c>.
/// </summary>
internal static class Health
{
    public const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks();

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync }).ForMachines();
        endpoints.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).ForMachines();
    }

    public static void ForMachines(this IEndpointConventionBuilder endpoint) => endpoint.WithMetadata(new AskedByMachines()).DisableRateLimiting();

    // Names and states alone: an exception's text names hosts and users.
    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new HealthBody(Word(report.Status), [.. report.Entries.Select(entry => new CheckBody(entry.Key, Word(entry.Value.Status)))]),
            context.RequestAborted);

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };

    private sealed record HealthBody(string Status, IReadOnlyList<CheckBody> Checks);

    private sealed record CheckBody(string Name, string Status);
}
