using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace CrossBorder.Federation.OpenIdConnect.MutualTls;

/// <summary>The end points under the address where clients come with a certificate (RFC 8705 section 5).</summary>
internal sealed class MutualTlsAliases(IOptions<MutualTlsOptions> options) : IConfigureOptions<OpenIddictServerOptions>
{
    public void Configure(OpenIddictServerOptions server)
    {
        if (options.Value.Address is not { } address)
            return;

        var origin = new Uri(address);
        server.MtlsTokenEndpointAliasUri = new Uri(origin, ProtocolPaths.Token);
        server.MtlsPushedAuthorizationEndpointAliasUri = new Uri(origin, ProtocolPaths.PushedAuthorization);
        server.MtlsIntrospectionEndpointAliasUri = new Uri(origin, ProtocolPaths.Introspect);
        server.MtlsRevocationEndpointAliasUri = new Uri(origin, ProtocolPaths.Revoke);
        server.MtlsUserInfoEndpointAliasUri = new Uri(origin, ProtocolPaths.UserInfo);
    }
}
