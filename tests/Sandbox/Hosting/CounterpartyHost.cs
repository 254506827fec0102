using System.Net;
using Microsoft.AspNetCore.DataProtection;

namespace CrossBorder.Sandbox.Hosting;

/// <summary>A listener of its own for one counterparty, on loopback.</summary>
internal static class CounterpartyHost
{
    public static WebApplicationBuilder CreateBuilder(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
            // Not every machine has IPv6; a browser that tries ::1 first must not meet a stranger there.
            if (System.Net.Sockets.Socket.OSSupportsIPv6)
                kestrel.Listen(IPAddress.IPv6Loopback, port);
        });
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return builder;
    }

    /// <summary>The body as ASCII text; null where it is too long to be a signed message of this trade.</summary>
    public static async Task<string?> ReadSignedMessageAsync(this HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, System.Text.Encoding.ASCII);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        return text.Length <= 1_000_000 ? text.Trim() : null;
    }
}
