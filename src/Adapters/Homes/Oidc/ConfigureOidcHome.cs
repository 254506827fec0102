using CrossBorder.Adapters.OpenId;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.Oidc;

/// <summary>Sets the stock handler up for whichever home has that scheme at the moment.</summary>
internal sealed class ConfigureOidcHome(KnownHomes homes, string signInScheme, TimeProvider clock) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options)
    {
        // The unnamed options are nobody's.
    }

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (homes.Find(name) is not { } home)
            return;
        OpenIdScheme.Configure(options, home.Authority, home.ClientId, $"/signin-{home.Scheme}", signInScheme);
        options.TimeProvider = clock;
        options.Events = new OidcHomeEvents(home);
    }
}
