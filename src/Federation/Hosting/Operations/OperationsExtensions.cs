using CrossBorder.Federation.OpenIdConnect.Limits;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>What operators need of every feature without its doing: logs, metrics, health, headers, limits. And the order of the pipeline.</summary>
internal static class OperationsExtensions
{
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        builder.AddLogs();
        builder.AddTelemetry();
        builder.Services.AddHealth();
        builder.Services.AddSecurityHeaders();
        builder.Services.AddLastResort();
        builder.Services.AddApiDescription();
        builder.Services.AddProxies();
        builder.Services.AddRateLimits();

        // The pipeline below names them, whether a feature has a scheme or a policy or none.
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
    }

    /// <summary>
    /// The order of the pipeline. Written out, because the order that ASP.NET Core makes up where nothing is written puts
    /// authentication first, and then an answer that authentication gives itself has no headers and no line in the log.
    /// </summary>
    public static void UseOperations(this WebApplication app)
    {
        // Before the address of the proxy gives way to that of the client: it is the proxy who is believed.
        app.UseMiddleware<ForwardedCertificates>();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseLastResort();
        app.UseRouting();
        app.UseAddressLimit();
        app.UseProtocolLimits();
        app.UseAuthentication();
        app.UseAuthorization();
        // Here a token has been read and its client is known.
        app.UseRateLimiter();
    }

    public static void MapOperations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();
        endpoints.MapTelemetry();
        endpoints.MapApiDescription();
    }
}
