using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Acting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.SignedResponses;
using CrossBorder.Federation.OpenIdConnect.TokenExchange;
using CrossBorder.Federation.OpenIdConnect.Tokens;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Endpoints;

/// <summary>Userinfo (OpenID Connect Core section 5.3): what the scopes of the token and the resident's consent cover, read from the sign-in of this moment.</summary>
internal static class UserInfoEndpoint
{
    public static async Task<IResult> HandleAsync(
        HttpContext context, IVerifiedSessions sessions, IConsents consents, IDisclosures disclosures, UserInfoAnswers answers, IOptions<HubOptions> hub, TimeProvider clock,
        ActingPrincipal acting, KnownClients clients)
    {
        var ticket = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var token = ticket.Principal ?? throw new InvalidOperationException("OpenIddict let a token through that it did not read.");
        var party = clients.Find(token.GetClaim(Claims.ClientId));
        var grant = party is null ? null : Grant.Of(token).Within(party);
        // A token that is for a department opens that department, and not what the hub knows.
        if (grant is null
            || !token.HasAudience(hub.Value.Issuer)
            || token.GetClaim(HubClaims.SessionId) is not { } sid
            || token.GetClaim(Claims.ClientId) is not { } client
            || await sessions.FindForClientAsync(sid, client, context.RequestAborted) is not { } session
            || !await consents.IsGivenAsync(session.ResidentId, client, grant.Consentable, context.RequestAborted))
            return Refuse(ErrorCatalogue.SignInEnded);
        var represented = ActingToken.IsOne(token) ? await acting.FindAsync(token, session, context.RequestAborted) : null;
        if (ActingToken.IsOne(token) && represented is null)
            return Refuse(ErrorCatalogue.MandateEnded);

        context.Response.Headers.CacheControl = "no-store";
        if (!(represented is null
            ? await disclosures.TellAsync(session, sid, client, grant.Consentable, context.RequestAborted)
            : await disclosures.TellRepresentedAsync(
                represented.Mandate.GivenBy, represented.Mandate.Id, sid, client, grant.Consentable, context.RequestAborted)))
            return Problems.From(ErrorCatalogue.AuditBeforeDisclosure.With("The fetch could not be written down."), context);
        if (represented is not null)
            return answers.For(client, ActingUserInfo.Of(
                ActingUserInfo.Represented(session, represented, token.GetClaim(Claims.Subject)!, grant, clock.GetUtcNow()),
                ActorChain.AgentOf(token), await acting.ClaimAsync(represented, client, context.RequestAborted)));
        return answers.For(client, UserInfo.Of(session, token.GetClaim(Claims.Subject)!, grant, clock.GetUtcNow()));
    }

    private static ChallengeHttpResult Refuse(ErrorDescriptor reason) => TypedResults.Challenge(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidToken,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] =
                $"{reason.Code} {reason.Title.En}",
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
