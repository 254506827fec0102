using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting;

/// <summary>Kestrel as section Hub says. ASPNETCORE_URLS has no say, so that no listener opens which nobody validated.</summary>
internal static class Listeners
{
    public static void AddListeners(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IStartupValidator, IOptions<HubOptions>, SettingsPaths>((kestrel, settings, options, paths) =>
        {
            // The server is made while the host is built, before its settings are checked, and would stop at the faults of
            // its own section: all sections are asked here, so that an operator is told everything at once.
            settings.Validate();
            var hub = options.Value;
            kestrel.Limits.MaxRequestBodySize = hub.MaximumRequestBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;

            if (hub.Http is not null)
                Listen(kestrel, new Uri(hub.Http), _ => { });
            if (hub.Https is not null)
                Listen(kestrel, new Uri(hub.Https), listener => listener.UseHttps(Certificate(hub, paths)));
        });
    }

    private static void Listen(KestrelServerOptions kestrel, Uri address, Action<ListenOptions> configure)
    {
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
            kestrel.Listen(ip, address.Port, configure);
        else if (address.IsLoopback && address.Port != 0)
            kestrel.ListenLocalhost(address.Port, configure);
        else if (address.IsLoopback)
            kestrel.Listen(IPAddress.Loopback, 0, configure);
        else
            kestrel.ListenAnyIP(address.Port, configure);
    }

    private static X509Certificate2 Certificate(HubOptions hub, SettingsPaths paths) =>
        X509Certificate2.CreateFromPemFile(paths.Resolve(hub.HttpsCertificate!), paths.Resolve(hub.HttpsKey!));
}
