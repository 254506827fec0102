using System.Security.Claims;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Identity;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Tokens;

/// <summary>
/// The claims of tokens. Names and documents are none of them: tokens lie about in logs and addresses, so that those are
/// given at the userinfo end point alone.
/// </summary>
internal sealed class SessionPrincipal(IPairwiseSubjects subjects, IVerifiedSessions sessions, IOptions<HubOptions> hub)
{
    private const string AuthenticationType = "hub.tokens";

    public async Task<ClaimsPrincipal> CreateAsync(
        VerifiedSession session, string clientId, Grant grant, CancellationToken cancellationToken) => Create(
            session,
            await subjects.ForAsync(session.ResidentId, clientId, cancellationToken),
            await sessions.SidForAsync(session.Id, clientId, cancellationToken),
            grant);

    /// <summary>From a code or a refresh token, which already holds what this client knows the resident and the session by.</summary>
    public ClaimsPrincipal Create(VerifiedSession session, string subject, string sid, Grant grant)
    {
        var identity = New(subject);
        identity.SetClaim(HubClaims.SessionId, sid);
        identity.SetClaim(Claims.AuthenticationContextReference, session.Assurance.ToUrn());
        identity.SetClaims(Claims.AuthenticationMethodReference, [.. session.Methods]);
        identity.SetClaim(Claims.AuthenticationTime, session.AuthenticatedAt.ToUnixTimeSeconds());
        identity.SetClaims(Grant.ClaimType, [.. grant.Claims]);
        identity.SetClaim(Grant.VerifiedClaimType, grant.VerifiedClaims);
        return Finish(identity, grant.Scopes);
    }

    /// <summary>A client that acts for itself (RFC 6749 section 4.4).</summary>
    public ClaimsPrincipal CreateForClient(string clientId, IEnumerable<string> scopes) => Finish(New(clientId), scopes);

    private static ClaimsIdentity New(string subject)
    {
        var identity = new ClaimsIdentity(AuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subject);
        return identity;
    }

    private ClaimsPrincipal Finish(ClaimsIdentity identity, IEnumerable<string> scopes)
    {
        identity.SetScopes(scopes);
        // The hub's own APIs are what access tokens are for (RFC 9068 section 2.2: aud is required).
        identity.SetResources(hub.Value.Issuer);
        identity.SetDestinations(static claim => claim.Type is Grant.ClaimType or Grant.VerifiedClaimType
            ? [Destinations.AccessToken]
            : [Destinations.AccessToken, Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
