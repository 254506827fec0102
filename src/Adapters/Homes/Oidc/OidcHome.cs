using CrossBorder.Adapters.OpenId;
using Microsoft.AspNetCore.Authentication;

namespace CrossBorder.Adapters.Homes.Oidc;

/// <summary>A home that speaks OpenID Connect: the stock handler, set up from one entry of the settings.</summary>
internal static class OidcHome
{
    public static void Add(AuthenticationBuilder builder, HomeOptions home, string signInScheme) =>
        OpenIdScheme.Add<OidcHomeHandler>(builder, home.Scheme, home.DisplayName.En, options =>
        {
            OpenIdScheme.Configure(options, home.Authority, home.ClientId, $"/signin-{home.Scheme}", signInScheme);
            options.Events = new OidcHomeEvents(home);
        });
}
