using System.Security.Claims;
using System.Text.Json;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using CrossBorder.Federation.OpenIdConnect.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Endpoints;

/// <summary>
/// Verified claims in id tokens. They name a person, and tokens lie about in logs: so they are given there only where the token is encrypted
/// for the client, and are written down as disclosed like what userinfo gives.
/// </summary>
internal sealed class EncryptedIdentity(MessagePolicies policies, IDisclosures disclosures, TimeProvider clock)
{
    /// <summary>False where the disclosure could not be written down.</summary>
    public async Task<bool> AddAsync(
        ClaimsPrincipal principal, VerifiedSession session, string sid, string clientId, Grant grant, CancellationToken cancellationToken)
    {
        if (policies.Of(clientId).IdTokenEncryption is null || !grant.Scopes.Contains(Scopes.OpenId) || !grant.Covers(VerifiedClaims.Name)
            || AskedVerifiedClaims.In(AskedVerifiedClaims.IdToken, session, grant, clock.GetUtcNow()) is not { } claims)
            return true;
        if (!await disclosures.TellAsync(session, sid, clientId, grant.Consentable, cancellationToken))
            return false;

        principal.SetClaim(VerifiedClaims.Name, JsonSerializer.SerializeToElement(claims));
        foreach (var claim in principal.FindAll(VerifiedClaims.Name))
            claim.SetDestinations(Destinations.IdentityToken);
        return true;
    }
}
