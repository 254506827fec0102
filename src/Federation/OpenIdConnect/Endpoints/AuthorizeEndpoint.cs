using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
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
    public static async Task<IResult> HandleAsync(
        HttpContext context, IVerifiedSessions sessions, IConsents consents, SessionPrincipal principals,
        AuthorizationRefusal refusals, TimeProvider clock)
    {
        if (context.GetOpenIddictServerResponse() is { Error: not null } refusal)
            return await refusals.AnswerAsync(context, refusal);

        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict let a request through that it did not read.");
        var session = await SessionAsync(context, sessions);
        var silent = request.HasPromptValue(PromptValues.None);

        if (session is null || !AuthorizationRequest.DemandOf(request).IsMetBy(session, clock.GetUtcNow()))
            return silent ? Refuse(Errors.LoginRequired) : Begin(request);
        if (request.HasPromptValue(PromptValues.Consent)
            || !await consents.IsGivenAsync(session.ResidentId, request.ClientId!, request.GetScopes(), context.RequestAborted))
            return silent ? Refuse(Errors.ConsentRequired) : Begin(request);

        var principal = await principals.CreateAsync(session, request.ClientId!, request.GetScopes(), context.RequestAborted);
        return TypedResults.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<VerifiedSession?> SessionAsync(HttpContext context, IVerifiedSessions sessions)
    {
        var ticket = await context.AuthenticateAsync(HubSchemes.Session);
        return ticket.Principal?.FindFirst(HubClaims.SessionId)?.Value is { } id ? await sessions.FindAsync(id, context.RequestAborted) : null;
    }

    private static ChallengeHttpResult Begin(OpenIddictRequest request)
    {
        var properties = new AuthenticationProperties { RedirectUri = AuthorizationRequest.AfterJourney(request) };
        foreach (var (name, value) in new[]
        {
            (JourneyItems.ClientId, request.ClientId), (JourneyItems.AssuranceLevels, request.AcrValues), (JourneyItems.LoginHint, request.LoginHint),
            (JourneyItems.Languages, request.UiLocales), (JourneyItems.Prompt, request.Prompt), (JourneyItems.MaximumAge, AuthorizationRequest.MaximumAge(request)),
            (JourneyItems.Scopes, request.Scope), (JourneyItems.RedirectUri, request.RedirectUri), (JourneyItems.State, request.State),
        })
            properties.Items[name] = value;
        return TypedResults.Challenge(properties, [HubSchemes.Journey]);
    }

    private static ForbidHttpResult Refuse(string error) => TypedResults.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
