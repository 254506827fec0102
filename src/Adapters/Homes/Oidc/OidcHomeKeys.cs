using CrossBorder.Adapters.Ports;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.Oidc;

internal sealed class OidcHomeKeys(KnownHomes homes, IOptionsMonitor<OpenIdConnectOptions> schemes) : IHomeKeys
{
    public void Forget()
    {
        foreach (var home in homes.All)
            schemes.Get(home.Scheme).ConfigurationManager?.RequestRefresh();
    }
}
