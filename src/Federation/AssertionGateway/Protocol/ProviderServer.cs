using CrossBorder.Federation.AssertionGateway.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Crypto.IdentityModel;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace CrossBorder.Federation.AssertionGateway.Protocol;

/// <summary>OpenIddict as the gateway uses it: one flow, for one client that proves itself by a key, with nothing to refresh.</summary>
internal sealed class ProviderServer(IOptions<GatewayOptions> options, GatewaySigner signer, GatewaySecrets secrets) :
    IConfigureOptions<OpenIddictServerOptions>, IConfigureOptions<OpenIddictServerAspNetCoreOptions>
{
    public const string Authorize = "connect/authorize";
    public const string Token = "connect/token";

    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(1);

    public static void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris(Authorize).SetTokenEndpointUris(Token);
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().DisableAuthorizationStorage();
        server.RegisterScopes(Scopes.OpenId);
        server.RegisterClaims(Claims.AuthenticationContextReference, Claims.AuthenticationMethodReference, Claims.AuthenticationTime);
        server.SetAuthorizationCodeLifetime(CodeLifetime);
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough();
        server.AddEventHandler<ProcessAuthenticationContext>(handler => handler.UseScopedHandler<RefuseReplayedAssertion>()
            .SetOrder(ValidateClientSecret.Descriptor.Order + 500));
    }

    public void Configure(OpenIddictServerOptions server)
    {
        server.Issuer = new Uri(options.Value.Issuer);
        server.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
        server.SigningCredentials.Add(SecurityKeys.CredentialsFor(signer.Key));
        server.EncryptionCredentials.Add(new EncryptingCredentials(
            new SymmetricSecurityKey(secrets.KeyFor("codes: encryption")), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
        server.SigningCredentials.Add(new SigningCredentials(SecurityKeys.FromSecret(secrets.KeyFor("codes: signature")), SecurityAlgorithms.HmacSha256));
    }

    // The validator lets an http issuer pass on loopback in Development alone.
    public void Configure(OpenIddictServerAspNetCoreOptions server) =>
        server.DisableTransportSecurityRequirement = new Uri(options.Value.Issuer).Scheme == Uri.UriSchemeHttp;
}
