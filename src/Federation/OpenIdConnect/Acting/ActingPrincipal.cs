using System.Security.Claims;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.TokenExchange;
using CrossBorder.Federation.OpenIdConnect.Tokens;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Acting;

/// <summary>
/// The claims of a token for which somebody acts for another: <c>sub</c> is whom it is about, <c>act</c> who is there, and a claim of the hub's says
/// by what right. Level, methods and time of the sign-in are the agent's.
/// </summary>
internal sealed class ActingPrincipal(
    SessionPrincipal principals, IPairwiseSubjects subjects, IVerifiedSessions sessions, IMandates mandates, Representations representations,
    IOptions<HubOptions> hub, IOptionsMonitor<OpenIddictServerOptions> options, TimeProvider clock)
{
    /// <summary>For a sign-in that begins. Services get of the principal what the principal gave, whatever they ask for (RFC 6749 section 3.3).</summary>
    public async Task<ClaimsPrincipal> CreateAsync(
        VerifiedSession session, string clientId, Grant grant, Representation representation, CancellationToken cancellationToken) => await CreateAsync(
            session, clientId, grant.Within(representation.Mandate.ScopeNames), representation,
            await subjects.ForAsync(representation.Mandate.PrincipalId, clientId, cancellationToken),
            await sessions.SidForAsync(session.Id, clientId, cancellationToken), cancellationToken);

    /// <summary>From a code or a refresh token of one.</summary>
    public async Task<ClaimsPrincipal> CreateAsync(
        VerifiedSession session, string clientId, Grant grant, Representation representation, string subject, string sid, CancellationToken cancellationToken)
    {
        var principal = principals.Create(session, subject, sid, grant);
        var identity = (ClaimsIdentity)principal.Identity!;
        ActorChain.SetAgent(identity, await subjects.ForAsync(session.ResidentId, clientId, cancellationToken));
        identity.SetClaim(HubClaims.Delegation, await ClaimAsync(representation, clientId, cancellationToken));
        foreach (var claim in identity.Claims.Where(claim => claim.Type is HubClaims.Delegation or ActorChain.Name))
            claim.SetDestinations(Destinations.AccessToken, Destinations.IdentityToken);

        // No token outlives what it rests on.
        var left = representation.Mandate.ValidUntil - clock.GetUtcNow();
        if (left < (options.CurrentValue.IdentityTokenLifetime ?? TimeSpan.MaxValue))
            principal.SetIdentityTokenLifetime(left);
        if (left < hub.Value.AccessTokenLifetime)
            principal.SetAccessTokenLifetime(left);
        if (left < hub.Value.RefreshTokenLifetime)
            principal.SetRefreshTokenLifetime(left);
        return principal;
    }

    /// <summary>By what a token's agent acts, asked anew; null where that is over.</summary>
    /// <param name="token">One of somebody who acts for another.</param>
    /// <param name="session">The agent's sign-in.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Representation?> FindAsync(ClaimsPrincipal token, VerifiedSession session, CancellationToken cancellationToken) =>
        ActingToken.NameIn(token) is { } name && ActorChain.HolderOf(token) is { } holder
            // A code and a refresh token are of whom they were issued to, and name no client.
            ? await representations.FindNamedAsync(name, holder, session.ResidentId, ActorChain.OriginOf(token) ?? holder, cancellationToken)
            : null;

    /// <summary>The claim of the hub's own, for whom it is for: each knows the mandate by another name.</summary>
    public async Task<JsonObject> ClaimAsync(Representation representation, string clientId, CancellationToken cancellationToken)
    {
        var mandate = representation.Mandate;
        return new JsonObject
        {
            ["id"] = await mandates.NameForAsync(mandate.Id, clientId, cancellationToken),
            ["relation"] = mandate.Relation,
            ["items"] = new JsonArray([.. mandate.ItemCodes.Select(code => (JsonNode)code)]),
            ["exp"] = mandate.ValidUntil.ToUnixTimeSeconds(),
        };
    }
}
