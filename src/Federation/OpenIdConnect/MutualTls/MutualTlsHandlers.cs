using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace CrossBorder.Federation.OpenIdConnect.MutualTls;

/// <summary>Clients that come with a certificate (RFC 8705).</summary>
internal static class MutualTlsHandlers
{
    public static void AddMutualTls(this OpenIddictServerBuilder server)
    {
        server.Services.AddSettings<MutualTlsOptions, MutualTlsOptionsValidator>("MutualTls");
        server.Services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, MutualTlsAliases>();
        server.Services.AddScoped<JudgeClientCertificate>();
        server.RemoveEventHandler(ValidateClientCertificate.Descriptor);
        server.AddEventHandler<ProcessAuthenticationContext>(handler => handler.UseScopedHandler<ProveByCertificate>()
            .SetOrder(ValidateClientCertificate.Descriptor.Order));
    }
}
