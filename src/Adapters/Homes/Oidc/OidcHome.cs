using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.IdentityModel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CrossBorder.Adapters.Homes.Oidc;

/// <summary>A home that speaks OpenID Connect: the stock handler, set up from one entry of the settings.</summary>
internal static class OidcHome
{
    public static void Add(AuthenticationBuilder builder, HomeOptions home, string signInScheme)
    {
        builder.AddRemoteScheme<OpenIdConnectOptions, OidcHomeHandler>(
            home.Scheme, home.DisplayName.En, options => Configure(options, home, signInScheme));
        // What AddOpenIdConnect would have added beside its own handler.
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        builder.Services.AddOptions<OpenIdConnectOptions>(home.Scheme)
            .Configure<TimeProvider>(static (options, clock) => options.TimeProvider = clock);
    }

    private static void Configure(OpenIdConnectOptions options, HomeOptions home, string signInScheme)
    {
        options.SignInScheme = signInScheme;
        options.Authority = home.Authority;
        options.ClientId = home.ClientId;
        options.CallbackPath = $"/signin-{home.Scheme}";
        options.RequireHttpsMetadata = new Uri(home.Authority).Scheme == Uri.UriSchemeHttps;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // A query response needs no cross-site POST, so that the correlation cookie may be Lax.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
        options.Events = new OidcHomeEvents(home);

        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.HttpOnly = true;
        }

        options.TokenValidationParameters.ValidAlgorithms = [.. AlgorithmPolicy.Default.NamesFor(SignatureUse.Assertions)];
        options.ConfigurationManager = ShangMi.Accept(
            home.Authority.TrimEnd('/') + "/.well-known/openid-configuration",
            options.ProtocolValidator,
            options.TokenValidationParameters,
            options.RequireHttpsMetadata,
            Metadata(options.BackchannelTimeout));
    }

    /// <summary>A resident waits for the metadata: by default it would be a minute and a half until a silent home is given up.</summary>
    private static HttpClient Metadata(TimeSpan timeout) => new() { Timeout = timeout };
}
