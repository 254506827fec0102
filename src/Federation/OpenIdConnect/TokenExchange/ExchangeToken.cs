using System.Security.Claims;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Acting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Tokens;
using CrossBorder.Verification.Outcomes;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.TokenExchange;

/// <summary>
/// A relying party calls a department on the resident's behalf (RFC 8693): for its access token it gets one that is for that department
/// alone, says who acts, covers no more than it needs, and is soon over. OpenIddict has checked that the token was
/// issued to this client or for it, and that the client may name that audience.
/// </summary>
internal sealed class ExchangeToken(
    IVerifiedSessions sessions, IConsents consents, SessionPrincipal principals, ActingPrincipal acting, KnownClients clients, TimeProvider clock)
{
    /// <summary>Long enough for a call and its retries.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <returns>What the new token says; CB2004, CB2080, CB2082 to CB2084.</returns>
    public async Task<Outcome<ClaimsPrincipal>> RunAsync(OpenIddictRequest request, ClaimsPrincipal subject, CancellationToken cancellationToken)
    {
        var client = request.ClientId!;
        if (FaultOf(request) is { } fault)
            return fault;

        var before = ActorChain.Of(subject);
        if (before.Count >= ActorChain.Longest)
            return ErrorCatalogue.ExchangeTooLong.With($"{before.Count} act already.");

        var origin = ActorChain.OriginOf(subject)!;
        var scopes = request.GetScopes() is { Length: > 0 } asked ? asked : subject.GetScopes().RemoveAll(scope => scope is Scopes.OpenId or Scopes.OfflineAccess);
        if (scopes.FirstOrDefault(scope => !subject.HasScope(scope) || scope is Scopes.OpenId or Scopes.OfflineAccess) is { } more)
            return ErrorCatalogue.ExchangeWidens.With($"'{more}' is not one that the token covers and that can be handed on.");

        // What was taken from the relying party since is not handed on either.
        var grant = clients.Find(origin) is { } party ? new Grant(scopes, []).Within(party) : null;
        if (grant is { Scopes.Count: 0 } && scopes.Length > 0)
            return ErrorCatalogue.ExchangeWidens.With($"'{origin}' may ask for none of these scopes any more.");
        if (grant is null
            || subject.GetClaim(HubClaims.SessionId) is not { } sid
            || ActorChain.HolderOf(subject) is not { } holder
            || await sessions.FindForClientAsync(sid, holder, cancellationToken) is not { } session
            || !await consents.IsGivenAsync(session.ResidentId, origin, grant.Consentable, cancellationToken))
            return ErrorCatalogue.SignInEnded.With("The sign-in behind the token has ended, or its consent was withdrawn.");

        var represented = ActingToken.IsOne(subject) ? await acting.FindAsync(subject, session, cancellationToken) : null;
        if (ActingToken.IsOne(subject) && represented is null)
            return ErrorCatalogue.MandateEnded.With("What let the agent act is over.");

        var audience = request.GetAudiences()[0];
        // Each department knows resident and sign-in by other names, so that two of them cannot put together what they know.
        var principal = represented is null
            ? await principals.CreateAsync(session, audience, grant, cancellationToken)
            : await acting.CreateAsync(session, audience, grant, represented, cancellationToken);
        principal.SetResources(audience);
        // Whoever acts for the resident stays innermost.
        ActorChain.Set((ClaimsIdentity)principal.Identity!, client, before, represented is null ? null : ActorChain.AgentOf(principal));
        foreach (var claim in principal.Claims)
            claim.SetDestinations(Destinations.AccessToken);
        principal.SetAccessTokenLifetime(Left(subject));
        return principal;
    }

    private static Error? FaultOf(OpenIddictRequest request)
    {
        if (request.SubjectTokenType != TokenTypeIdentifiers.AccessToken || request.ActorToken is not null
            || request.RequestedTokenType is not (null or TokenTypeIdentifiers.AccessToken))
            return ErrorCatalogue.ExchangeUnsupported.With("An access token is exchanged for an access token, and the client that asks is the actor.");
        if (request.GetAudiences().Length != 1 || request.GetResources().Length > 0)
            return ErrorCatalogue.ExchangeTargetMissing.With("Name one department, as 'audience'.");
        return null;
    }

    // No exchange makes a token live longer.
    private TimeSpan Left(ClaimsPrincipal subject)
    {
        var left = subject.GetExpirationDate() is { } end ? end - clock.GetUtcNow() : TimeSpan.Zero;
        return left < Lifetime ? left : Lifetime;
    }
}
