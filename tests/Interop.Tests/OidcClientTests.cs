using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Duende.IdentityModel.Client;
using Duende.IdentityModel.OidcClient;
using Duende.IdentityModel.OidcClient.Browser;
using Duende.IdentityModel.OidcClient.Results;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Interop.Tests;

/// <summary>
/// The certified library for native apps signs a resident in: a public client, which pushes its request because discovery says that it can. Its DPoP is
/// in a package that is not used here.
/// </summary>
public sealed class OidcClientTests(FapiPeers peers) : IClassFixture<FapiPeers>
{
    [Fact]
    public async Task A_native_app_signs_a_resident_in()
    {
        using var browser = SandboxFixture.NewBrowser();
        var options = new OidcClientOptions
        {
            Authority = peers.Ports.HubAddress.AbsoluteUri,
            ClientId = "public-rp",
            Scope = "openid profile",
            RedirectUri = RelyingPartyClient.Callback,
            Browser = new Walk(browser),
            IdentityTokenValidator = new Signature(),
        };
        // The hub's issuer ends with a slash, which the library takes off an authority.
        options.Policy.Discovery.AdditionalEndpointBaseAddresses.Add(options.Authority);
        options.Policy.Discovery.ValidateIssuerName = false;

        var result = await new OidcClient(options).LoginAsync(
            new LoginRequest { FrontChannelExtraParameters = new Parameters { { "login_hint", "r1" } } }, TestContext.Current.CancellationToken);

        Assert.False(result.IsError, $"{result.Error} {result.ErrorDescription}");
        Assert.Equal("CHAN Tai Man", result.User.FindFirst("name")?.Value);
        Assert.Equal("ES256", new JsonWebToken(result.IdentityToken).Alg);
        Assert.Contains(browser.Visited, address => address.Query.Contains("request_uri=", StringComparison.Ordinal));
    }

    /// <summary>What a browser on the device would do.</summary>
    private sealed class Walk(ResidentBrowser browser) : IBrowser
    {
        public async Task<BrowserResult> InvokeAsync(BrowserOptions options, CancellationToken cancellationToken = default)
        {
            var result = await RelyingPartyClient.AgreeAsync(browser, new Uri(options.StartUrl));
            return new BrowserResult { ResultType = BrowserResultType.Success, Response = result.Page.Address.AbsoluteUri };
        }
    }

    /// <summary>The library leaves the signature to its user.</summary>
    private sealed class Signature : IIdentityTokenValidator
    {
        public async Task<IdentityTokenValidationResult> ValidateAsync(string identityToken, OidcClientOptions options, CancellationToken cancellationToken = default)
        {
            var validated = await new JsonWebTokenHandler().ValidateTokenAsync(identityToken, new TokenValidationParameters
            {
                ValidIssuer = options.ProviderInformation.IssuerName,
                ValidAudience = options.ClientId,
                IssuerSigningKeys = options.ProviderInformation.KeySet.Keys.Where(key => key.Kid == new JsonWebToken(identityToken).Kid)
                    .Select(key => new Microsoft.IdentityModel.Tokens.JsonWebKey { Kty = key.Kty, Crv = key.Crv, X = key.X, Y = key.Y, Kid = key.Kid }),
            });
            return validated.IsValid
                ? new IdentityTokenValidationResult { User = new(validated.ClaimsIdentity), SignatureAlgorithm = new JsonWebToken(identityToken).Alg }
                : new IdentityTokenValidationResult { Error = validated.Exception.Message };
        }
    }
}
