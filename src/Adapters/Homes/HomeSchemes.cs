using CrossBorder.Adapters.Homes.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes;

/// <summary>Brings the authentication schemes to the homes that officers admitted, while the hub runs.</summary>
public sealed class HomeSchemes(KnownHomes homes, IAuthenticationSchemeProvider schemes, IOptionsMonitorCache<OpenIdConnectOptions> options)
{
    private readonly HashSet<string> added = new(StringComparer.Ordinal);

    /// <summary>
    /// Takes these for all that are admitted. One whose scheme the settings or another part of the hub has is left out: they come first.
    /// Visits under way at a home that stays go on; at one that is gone they come back to a page that is not there.
    /// </summary>
    /// <returns>Those that were left out.</returns>
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

    /// <summary>Whether no part of the hub signs anybody in under that name: a home that took it would stand in its way.</summary>
    public async Task<bool> IsFreeAsync(string scheme) => await schemes.GetSchemeAsync(scheme) is null;
}
