using System.Collections.Immutable;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Dpop;
using CrossBorder.Federation.OpenIdConnect.MutualTls;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>What strict clients look for in discovery (RFC 8414; RFC 9449 section 5.1; RFC 8705 sections 2 and 3.3).</summary>
internal sealed class PublishProfiles(IOptions<MutualTlsOptions> mutualTls) : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        context.Metadata["dpop_signing_alg_values_supported"] = new OpenIddictParameter(ImmutableArray.CreateRange<string?>(DpopProof.Algorithms));
        if (mutualTls.Value.Address is null)
            return default;

        context.TlsClientCertificateBoundAccessTokens = true;
        foreach (var methods in new[]
        {
            context.TokenEndpointAuthenticationMethods, context.PushedAuthorizationEndpointAuthenticationMethods,
            context.IntrospectionEndpointAuthenticationMethods, context.RevocationEndpointAuthenticationMethods,
        })
            methods.UnionWith([ClientMethods.TlsClientAuth, ClientMethods.SelfSignedTlsClientAuth]);
        return default;
    }
}
