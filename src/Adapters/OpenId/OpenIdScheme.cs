using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.IdentityModel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CrossBorder.Adapters.OpenId;

/// <summary>The stock handler as the hub uses it with any provider: code flow with PKCE, answers in the address, signed tokens alone.</summary>
internal static class OpenIdScheme
{
    /// <summary>What AddOpenIdConnect would do for a handler of its own.</summary>
    public static void Add<THandler>(AuthenticationBuilder builder, string scheme, string displayName, Action<OpenIdConnectOptions> configure)
        where THandler : OpenIdConnectHandler
    {
        builder.AddRemoteScheme<OpenIdConnectOptions, THandler>(scheme, displayName, configure);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        builder.Services.AddOptions<OpenIdConnectOptions>(scheme).Configure<TimeProvider>(static (options, clock) => options.TimeProvider = clock);
    }

    public static void Configure(OpenIdConnectOptions options, string authority, string clientId, string callback, string signInScheme)
    {
        options.SignInScheme = signInScheme;
        options.Authority = authority;
        options.ClientId = clientId;
        options.CallbackPath = callback;
        options.RequireHttpsMetadata = new Uri(authority).Scheme == Uri.UriSchemeHttps;
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

        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.HttpOnly = true;
        }

        options.TokenValidationParameters.ValidAlgorithms = [.. AlgorithmPolicy.Default.NamesFor(SignatureUse.Assertions)];
        options.ConfigurationManager = ShangMi.Accept(
            authority.TrimEnd('/') + "/.well-known/openid-configuration",
            options.ProtocolValidator,
            options.TokenValidationParameters,
            options.RequireHttpsMetadata,
            Metadata(options.BackchannelTimeout));
    }

    /// <summary>
    /// Whether the provider's metadata can be had. The stock handler throws where it can't, before any of its events, and a provider
    /// that is down is nothing unexpected.
    /// </summary>
    public static async Task<bool> IsKnownAsync(OpenIdConnectOptions options, string scheme, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await options.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
            return true;
        }
        // What the configuration manager wraps every failure in, a body that is no metadata included.
        catch (InvalidOperationException failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.MetadataUnavailable(logger, scheme, options.Authority, failure.InnerException?.GetBaseException().GetType().Name);
            return false;
        }
    }

    /// <summary>Somebody waits for the metadata: by default it would be a minute and a half until a silent provider is given up.</summary>
    private static HttpClient Metadata(TimeSpan timeout) => new() { Timeout = timeout };
}
