using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>What section <c>Hub</c> says of the provider.</summary>
internal sealed class ServerSettings(IOptions<HubOptions> hub, IOptions<RelyingPartiesOptions> clients) :
    IConfigureOptions<OpenIddictServerOptions>, IConfigureOptions<OpenIddictServerAspNetCoreOptions>
{
    public void Configure(OpenIddictServerOptions server)
    {
        // RFC 7636 section 4.2: plain is for clients that cannot hash, and there are none.
        server.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
        server.Issuer = new Uri(hub.Value.Issuer);
        server.AccessTokenLifetime = hub.Value.AccessTokenLifetime;
        server.RefreshTokenLifetime = hub.Value.RefreshTokenLifetime;
        server.Audiences.UnionWith(clients.Value.RelyingParties.SelectMany(client => client.ExchangeAudiences));
        // RFC 8707: the hub's APIs are what its tokens are for, and whoever says so is right; any other resource is refused.
        server.Resources.Add(server.Issuer);
    }

    // The validator lets an http issuer pass on loopback in Development alone.
    public void Configure(OpenIddictServerAspNetCoreOptions server) =>
        server.DisableTransportSecurityRequirement = new Uri(hub.Value.Issuer).Scheme == Uri.UriSchemeHttp;
}
