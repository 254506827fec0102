using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Requests;

/// <summary>Of the claims that a client asked for one by one, those that its registration allows.</summary>
internal sealed class GrantableClaims(IOpenIddictApplicationManager applications)
{
    public async Task<IReadOnlyList<string>> ForAsync(string clientId, IReadOnlyList<string> claims, CancellationToken cancellationToken)
    {
        if (claims.Count == 0 || await applications.FindByClientIdAsync(clientId, cancellationToken) is not { } client)
            return [];

        var granted = new List<string>();
        foreach (var claim in claims)
            if (await applications.HasPermissionAsync(client, Permissions.Prefixes.Scope + ClaimScopes.Of(claim), cancellationToken))
                granted.Add(claim);
        return granted;
    }
}
