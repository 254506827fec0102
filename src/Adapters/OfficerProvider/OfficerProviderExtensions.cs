using CrossBorder.Adapters.OpenId;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Adapters.OfficerProvider;

/// <summary>Registration of the administration's own provider for officers.</summary>
public static class OfficerProviderExtensions
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "officer-openid";

    /// <summary>Where the provider sends the browser back to.</summary>
    public const string Callback = "/signin-officer";

    /// <summary>
    /// The stock OpenID Connect handler for section <c>Officers:OpenId</c>, where that names a provider. Needs IOfficerArrivals, and
    /// IPartnerKeys where a key proves the client. What is wrong in the section is for the hub to tell at start.
    /// </summary>
    /// <param name="signInScheme">Scheme of the cookie of officers.</param>
    public static AuthenticationBuilder AddOfficerProvider(this AuthenticationBuilder builder, IConfiguration section, string signInScheme)
    {
        var provider = new OfficerProviderSettings();
        section.Bind(provider);
        if (!Uri.TryCreate(provider.Authority, UriKind.Absolute, out _) || provider.ClientId.Length == 0)
            return builder;

        OpenIdScheme.Add<OfficerProviderHandler>(builder, Scheme, Scheme, options =>
        {
            OpenIdScheme.Configure(options, provider.Authority, provider.ClientId, Callback, signInScheme);
            options.ClientSecret = provider.SigningKey.Length == 0 ? provider.ClientSecret : null;
            foreach (var scope in provider.Scopes)
                options.Scope.Add(scope);
            // The stock handler would take issuer and acr out of what it hands over.
            options.ClaimActions.Clear();
            options.Events = new OfficerProviderEvents(provider);
        });
        return builder;
    }
}
