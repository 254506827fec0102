using System.Globalization;
using System.Text;
using System.Threading.RateLimiting;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Limits;

/// <summary>Counts at the protocol's end points, before a client has proved who it is; OpenIddict answers them while it authenticates.</summary>
internal static class ProtocolLimiting
{
    // Beyond this no name of a client is looked for: the request counts for its address.
    private const int LongestForm = 64 * 1024;

    public static void UseProtocolLimits(this WebApplication app)
    {
        if (app.Services.GetService<ProtocolLimits>() is not { } limits)
            return;

        app.UseWhen(
            static context => context.Request.Path.StartsWithSegments("/connect", StringComparison.OrdinalIgnoreCase),
            branch => branch.Use(async (context, next) => await CountAsync(context, next, limits)));
    }

    private static async Task CountAsync(HttpContext context, RequestDelegate next, ProtocolLimits limits)
    {
        var key = ProtocolLimits.KeyOf(RateLimits.Network(context.Connection.RemoteIpAddress), await ClientAsync(context.Request));
        using var lease = limits.Enter(key);
        if (!lease.IsAcquired)
        {
            await RefuseAsync(context, lease);
            return;
        }

        await next(context);
        if (context.GetOpenIddictServerResponse()?.Error == Errors.InvalidClient)
            limits.CountWrongProof(key);
    }

    private static async Task<string?> ClientAsync(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is { } header && header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return NameIn(header["Basic ".Length..]);
        if (request.Query["client_id"].ToString() is { Length: > 0 } named)
            return named;
        return HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.ContentLength is > 0 and <= LongestForm
            ? (await request.ReadFormAsync(request.HttpContext.RequestAborted))["client_id"].ToString()
            : null;
    }

    private static string? NameIn(string credentials)
    {
        var bytes = new byte[credentials.Length];
        return Convert.TryFromBase64String(credentials.Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0] : null;
    }

    private static Task RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)) : 1;
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return Problems.From(ErrorCatalogue.TooManyRequests.With($"come back in {wait} s"), context).ExecuteAsync(context);
    }
}
