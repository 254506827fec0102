using System.Globalization;
using System.Threading.RateLimiting;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.RateLimiting;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>429 with the time to come back at. A feature may add a policy of its own by name, for one endpoint.</summary>
internal static class RateLimiting
{
    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddSettings<RateLimitsOptions, RateLimitsOptionsValidator>("RateLimits");
        services.AddSingleton<RateLimits>();
        services.AddRateLimiter(options => options.OnRejected = (context, _) => RefuseAsync(context.HttpContext, context.Lease));
        services.AddOptions<RateLimiterOptions>().Configure<RateLimits>((options, limits) => options.GlobalLimiter = limits.ByClient);
    }

    /// <summary>Before authentication, which itself refuses wrong secrets and codes: those count too.</summary>
    public static void UseAddressLimit(this WebApplication app)
    {
        var limiter = app.Services.GetRequiredService<RateLimits>().ByAddress;
        app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
            {
                await next(context);
                return;
            }

            using var lease = limiter.AttemptAcquire(context);
            if (lease.IsAcquired)
                await next(context);
            else
                await RefuseAsync(context, lease);
        });
    }

    private static ValueTask RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)) : 1;
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        var refusal = ErrorCatalogue.TooManyRequests.With($"come back in {wait} s");
        return new ValueTask(Problems.From(refusal, context).ExecuteAsync(context));
    }
}
