using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting;

/// <summary>Kestrel as the section of the role says. ASPNETCORE_URLS has no say, so that no listener opens which nobody validated.</summary>
internal static class Listeners
{
    public static void AddListeners<TOptions>(this WebApplicationBuilder builder)
        where TOptions : class, IListening
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IStartupValidator, IOptions<TOptions>, SettingsPaths>((kestrel, settings, options, paths) =>
        {
            // The server is made while the host is built, before its settings are checked, and would stop at the faults of
            // its own section: all sections are asked here, so that an operator is told everything at once.
            settings.Validate();
            var role = options.Value;
            kestrel.Limits.MaxRequestBodySize = role.MaximumRequestBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;

            if (role.Http is not null)
                Listen(kestrel, new Uri(role.Http), _ => { });
            if (role.Https is not null)
                Listen(kestrel, new Uri(role.Https), listener => listener.UseHttps(Certificate(role, paths), https => Ask(https, role.MutualTls == role.Https)));
            if (role.MutualTls is not null && role.MutualTls != role.Https)
                Listen(kestrel, new Uri(role.MutualTls), listener => listener.UseHttps(Certificate(role, paths), https => Ask(https, asks: true)));
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

    /// <summary>Whom a certificate belongs to is judged by our own chain checks, which know our anchors; TLS only shows that its key is there.</summary>
    private static void Ask(HttpsConnectionAdapterOptions https, bool asks)
    {
        if (!asks)
            return;
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        https.AllowAnyClientCertificate();
    }

    private static X509Certificate2 Certificate(IListening role, SettingsPaths paths) =>
        X509Certificate2.CreateFromPemFile(paths.Resolve(role.HttpsCertificate!), paths.Resolve(role.HttpsKey!));
}
