using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;

namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>What section <c>Hub</c> says of the provider.</summary>
internal sealed class ServerSettings(IOptions<HubOptions> hub) :
    IConfigureOptions<OpenIddictServerOptions>, IConfigureOptions<OpenIddictServerAspNetCoreOptions>
{
    public void Configure(OpenIddictServerOptions server)
    {
        server.Issuer = new Uri(hub.Value.Issuer);
        server.AccessTokenLifetime = hub.Value.AccessTokenLifetime;
        server.RefreshTokenLifetime = hub.Value.RefreshTokenLifetime;
    }

    // The validator lets an http issuer pass on loopback in Development alone.
    public void Configure(OpenIddictServerAspNetCoreOptions server) =>
        server.DisableTransportSecurityRequirement = new Uri(hub.Value.Issuer).Scheme == Uri.UriSchemeHttp;
}
