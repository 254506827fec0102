using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>X-Forwarded-For and -Proto from the named proxies, and from nobody else: not even from loopback unless it is named.</summary>
internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services)
    {
        services.AddSettings<ProxiesOptions, ProxiesOptionsValidator>("Proxies");
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxiesOptions>>((headers, proxies) =>
        {
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var proxy in proxies.Value.Trusted)
            {
                if (IPAddress.TryParse(proxy, out var address))
                    headers.KnownProxies.Add(address);
                else
                    headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }

            // Without a known proxy the middleware would believe everybody.
            headers.ForwardedHeaders = proxies.Value.Trusted.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // One proxy behind another: each must be known.
            headers.ForwardLimit = null;
        });
    }
}
