using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Acting;
using CrossBorder.Federation.OpenIdConnect.Profiles;
using CrossBorder.Federation.OpenIdConnect.Requests;
using CrossBorder.Federation.OpenIdConnect.Tokens;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Endpoints;

/// <summary>
/// The authorize end point (RFC 6749 section 3.1). It issues a code where a live session answers the request and the resident
/// has agreed; anything short of that is the journey's business, which leads back here.
/// </summary>
internal static class AuthorizeEndpoint
{
    /// <summary>OpenID Connect Core Error Code unmet_authentication_requirements 1.0.</summary>
    private const string UnmetAuthentication = "unmet_authentication_requirements";

    public static async Task<IResult> HandleAsync(
        HttpContext context, IVerifiedSessions sessions, IConsents consents, SessionPrincipal principals, GrantableClaims grantable,
        HintedSubject hinted, AuthorizationRefusal refusals, PushedJourneys journeys, SignInFor forWhom, ActingPrincipal acting, TimeProvider clock)
    {
        if (context.GetOpenIddictServerResponse() is { Error: not null } refusal)
            return await refusals.AnswerAsync(context, refusal);

        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict let a request through that it did not read.");
        // What the journey fulfils once; asked again on the way back it would never end.
        if (journeys.IsBack(context, request.RequestUri))
            (request.Prompt, request.MaxAge) = (null, null);
        var demand = AuthorizationRequest.DemandOf(request);
        if (!demand.CanBeMet)
            return Refuse(UnmetAuthentication);

        var session = await SessionAsync(context, sessions);
        // A browser keeps the cookie back from a form that another site posted; the address alone brings it along.
        if (session is null && HttpMethods.IsPost(context.Request.Method))
            return TypedResults.LocalRedirect("~" + AuthorizationRequest.Again(request));

        var silent = request.HasPromptValue(PromptValues.None);
        var claims = await grantable.ForAsync(request.ClientId!, RequestedClaims.Of(request)!.UserInfo, context.RequestAborted);
        string[] scopes = [.. request.GetScopes().Union(ClaimScopes.Of(claims), StringComparer.Ordinal)];
        if (session is null || !demand.IsMetBy(session, clock.GetUtcNow()))
            return silent ? Refuse(Errors.LoginRequired) : Begin(request, scopes, journeys);
        // Who may act for others may yet say that they are here for whom it expects; of all others it is known now.
        if (!await hinted.IsAsync(context, request, session.ResidentId) && !await forWhom.MayAskAsync(session, request.ClientId!, silent, context.RequestAborted))
            return Refuse(Errors.LoginRequired);
        if (request.HasPromptValue(PromptValues.Consent)
            || !await consents.IsGivenAsync(session.ResidentId, request.ClientId!, scopes, context.RequestAborted))
            return silent ? Refuse(Errors.ConsentRequired) : Begin(request, scopes, journeys);

        var answer = await forWhom.AskAsync(context, session, request.ClientId!, silent);
        if (answer.IsAsked)
            return TypedResults.LocalRedirect(ActingChoice.PageFor(journeys.AfterJourney(
                HttpMethods.IsGet(context.Request.Method) && request.RequestUri is null ? context.Request.Path + context.Request.QueryString : AuthorizationRequest.Again(request),
                request)));
        if (!await hinted.IsAsync(context, request, answer.Representation?.Mandate.PrincipalId ?? session.ResidentId))
            return Refuse(Errors.LoginRequired);

        var grant = new Grant(request.GetScopes(), claims) { VerifiedClaims = RequestedClaims.Of(request)!.VerifiedClaims };
        var principal = answer.Representation is { } represented
            ? await acting.CreateAsync(session, request.ClientId!, grant, represented, context.RequestAborted)
            : await principals.CreateAsync(session, request.ClientId!, grant, context.RequestAborted);
        return TypedResults.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<VerifiedSession?> SessionAsync(HttpContext context, IVerifiedSessions sessions)
    {
        var ticket = await context.AuthenticateAsync(HubSchemes.Session);
        if (ticket.Principal?.FindFirst(HubClaims.SessionId)?.Value is not { } id)
            return null;
        // The cookie was judged by it a moment ago.
        return context.Features.Get<VerifiedSession>() is { } session && session.Id == id ? session : await sessions.FindAsync(id, context.RequestAborted);
    }

    private static ChallengeHttpResult Begin(OpenIddictRequest request, IEnumerable<string> scopes, PushedJourneys journeys)
    {
        var properties = new AuthenticationProperties { RedirectUri = journeys.AfterJourney(AuthorizationRequest.AfterJourney(request), request) };
        foreach (var (name, value) in new[]
        {
            (JourneyItems.ClientId, request.ClientId), (JourneyItems.AssuranceLevels, AuthorizationRequest.DemandOf(request).AssuranceLevels), (JourneyItems.LoginHint, request.LoginHint),
            (JourneyItems.Languages, request.UiLocales), (JourneyItems.Prompt, request.Prompt), (JourneyItems.MaximumAge, AuthorizationRequest.MaximumAge(request)),
            (JourneyItems.Scopes, string.Join(' ', scopes)), (JourneyItems.RedirectUri, request.RedirectUri), (JourneyItems.State, request.State),
            (JourneyItems.ResponseMode, request.ResponseMode),
        })
            properties.Items[name] = value;
        return TypedResults.Challenge(properties, [HubSchemes.Journey]);
    }

    private static ForbidHttpResult Refuse(string error) => TypedResults.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
