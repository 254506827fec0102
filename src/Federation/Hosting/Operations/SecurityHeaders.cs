using CrossBorder.Adapters.Homes;
using Microsoft.Net.Http.Headers;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>
/// Headers of every answer, whoever gives it. They are written as the answer begins, so that an error page has them too, and
/// a header that an endpoint chose stays as it chose.
/// </summary>
internal static class SecurityHeaders
{
    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    public static void AddSecurityHeaders(this IServiceCollection services)
    {
        services.AddKnownHomes();
        services.AddSingleton<ReturnAddresses>();
        services.AddSingleton<FormTargets>();
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
    }

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseHsts();

        var targets = app.Services.GetRequiredService<FormTargets>();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(state =>
            {
                var response = (HttpResponse)state;
                Write(response.Headers, Policy(targets, response.HttpContext.Request.Path));
                return Task.CompletedTask;
            }, context.Response);
            return next(context);
        });
    }

    private static string Policy(FormTargets targets, PathString path)
    {
        var policy = $"default-src 'none'; style-src 'self'; img-src 'self'; form-action {targets.Sources}; base-uri 'none'; frame-ancestors 'none'";
        // The console asks passkeys, which takes a script: the hub's own file, and no line inside a page.
        return path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase) ? policy + "; script-src 'self'" : policy;
    }

    private static void Write(IHeaderDictionary headers, string policy)
    {
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, policy);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Permissions-Policy", Permissions);
        headers.TryAdd(HeaderNames.CacheControl, "no-store");
    }
}
