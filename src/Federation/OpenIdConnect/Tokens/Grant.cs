using System.Security.Claims;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Requests;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.OpenIdConnect.Tokens;

/// <summary>What a client may have of a resident.</summary>
/// <param name="Scopes">Scopes that were asked for by name.</param>
/// <param name="Claims">Claims that were asked for one by one.</param>
internal sealed record Grant(IReadOnlyCollection<string> Scopes, IReadOnlyCollection<string> Claims)
{
    /// <summary>Holds the single claims in codes, refresh tokens and access tokens.</summary>
    public const string ClaimType = "requested_claims";

    /// <summary>Holds what is wanted of verified claims, beside the former.</summary>
    public const string VerifiedClaimType = "requested_verified_claims";

    /// <summary>Which verified claims, and where, as JSON; null where they were asked for by their name or scope alone.</summary>
    public string? VerifiedClaims { get; init; }

    /// <summary>What the resident must have agreed to for it.</summary>
    public IReadOnlyCollection<string> Consentable => [.. Scopes.Union(ClaimScopes.Of(Claims), StringComparer.Ordinal)];

    public static Grant Of(ClaimsPrincipal token) => new(token.GetScopes(), token.GetClaims(ClaimType))
    {
        VerifiedClaims = token.GetClaim(VerifiedClaimType),
    };

    /// <summary>What of it the client may still ask for: what it gave up since, or was taken from it, it is not given any more.</summary>
    /// <param name="client">As it counts at this moment.</param>
    public Grant Within(RelyingPartyOptions client) => Within([.. client.Scopes, OpenIddictConstants.Scopes.OfflineAccess]);

    /// <summary>What of it lies in these scopes. That it is of a sign-in stays.</summary>
    public Grant Within(IReadOnlyCollection<string> given) => this with
    {
        Scopes = [.. Scopes.Where(scope => scope == OpenIddictConstants.Scopes.OpenId || given.Contains(scope))],
        Claims = [.. Claims.Where(claim => ClaimScopes.Of(claim) is not { } scope || given.Contains(scope))],
        VerifiedClaims = given.Contains(HubScopes.Identity) ? VerifiedClaims : null,
    };

    public bool Covers(string claim) => ClaimScopes.Of(claim) is not { } scope
        || Scopes.Contains(scope)
        || Claims.Contains(claim)
        || Claims.Contains(ClaimScopes.BaseOf(claim));
}
