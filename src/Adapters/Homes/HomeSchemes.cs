using CrossBorder.Adapters.Homes.Oidc;
using CrossBorder.Adapters.Ports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes;

/// <summary>The schemes of homes that come and go. A home's options are made from its definition when they are first asked for.</summary>
internal sealed class HomeSchemes(
    KnownHomes homes, IAuthenticationSchemeProvider schemes, IOptionsMonitorCache<OpenIdConnectOptions> options) : IHomeSchemes
{
    private readonly HashSet<string> added = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<HomeOptions>> TakeAsync(IReadOnlyList<HomeOptions> admitted)
    {
        var next = new List<HomeOptions>();
        foreach (var home in admitted)
            if (added.Contains(home.Scheme) || await IsFreeAsync(home.Scheme))
                next.Add(home);

        homes.Take(next);
        foreach (var scheme in added.Except(next.Select(home => home.Scheme)).ToList())
        {
            schemes.RemoveScheme(scheme);
            added.Remove(scheme);
        }

        foreach (var home in next)
        {
            // What was made from the definition before is made anew.
            options.TryRemove(home.Scheme);
            if (added.Add(home.Scheme))
                schemes.AddScheme(new AuthenticationScheme(home.Scheme, home.DisplayName.En, typeof(OidcHomeHandler)));
        }

        return [.. admitted.Except(next)];
    }

    // Schemes stand in callback addresses, which are compared without case.
    public async Task<bool> IsFreeAsync(string scheme) =>
        !(await schemes.GetAllSchemesAsync()).Any(known => string.Equals(known.Name, scheme, StringComparison.OrdinalIgnoreCase));
}
