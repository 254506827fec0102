using System.Security.Claims;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.AssertionGateway.Visits;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.AssertionGateway.Protocol;

/// <summary>
/// The hub's request. It begins a visit, and answers once that visit is complete or refused. Nobody is remembered beyond: there is no
/// session here, and every request of the hub is a sign-in with the phone.
/// </summary>
internal static class AuthorizeEndpoint
{
    private static readonly string[] Declined = [ErrorCatalogue.HomeCancelled.Code, ErrorCatalogue.DisclosureDeclined.Code];

    public static async Task<IResult> HandleAsync(HttpContext context, VisitBook visits)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict let a request through that it did not read.");
        if (request.HasPromptValue(PromptValues.None))
            return Refuse(Errors.LoginRequired, null);

        var address = context.Request.Path + context.Request.QueryString;
        if (await visits.OfBrowserAsync(context) is not { } open || open.Visit.ReturnUrl != address || open.Visit is { Grant: null, Refusal: null })
            return await BeginAsync(context, visits, request, address);

        if (open.Visit.IsWaiting && !open.IsOver)
            return TypedResults.LocalRedirect(WaitingEndpoint.Path);

        VisitBook.LeaveBrowser(context);
        if (open.Visit.IsComplete && !open.IsOver)
            return SignIn(open, request);
        var code = open.Visit.Refusal ?? ErrorCatalogue.DisclosureLate.Code;
        await visits.CloseAsync(open, context.RequestAborted);
        return Refuse(Declined.Contains(code) ? Errors.AccessDenied : Errors.ServerError, code);
    }

    private static async Task<IResult> BeginAsync(HttpContext context, VisitBook visits, OpenIddictRequest request, string address)
    {
        var visit = new Visit { ReturnUrl = address, Demanded = DemandOf(request), Language = request.UiLocales };
        var properties = new AuthenticationProperties { RedirectUri = address };
        properties.Items[HomeHandover.Journey] = await visits.BeginAsync(context, visit);
        properties.SetParameter(HomeHandover.Languages, request.UiLocales);
        return TypedResults.Challenge(properties, [GatewaySchemes.Home]);
    }

    // The hub lists what it takes, the best first: the least of it suffices (OpenID Connect Core section 3.1.2.1).
    private static AssuranceLevel? DemandOf(OpenIddictRequest request) =>
        request.GetAcrValues().Select(AssuranceLevels.ParseUrn).Where(level => level.Succeeded).Select(level => (AssuranceLevel?)level.Value).Min();

    private static SignInHttpResult SignIn(OpenVisit open, OpenIddictRequest request)
    {
        var visit = open.Visit;
        var identity = new ClaimsIdentity("gateway", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, visit.Grant!.Subject);
        identity.SetClaim(Claims.AuthenticationContextReference, visit.Level.ToUrn());
        identity.SetClaims(Claims.AuthenticationMethodReference, [.. AssertionWriter.MethodsOf(visit)]);
        identity.SetClaim(Claims.AuthenticationTime, visit.AuthenticatedAt.ToUnixTimeSeconds());
        identity.SetClaim(TokenEndpoint.VisitClaim, open.Row.Id);
        identity.SetClaim(TokenEndpoint.NonceClaim, request.Nonce);
        identity.SetScopes(Scopes.OpenId);
        identity.SetDestinations(static claim => TokenEndpoint.IsOurs(claim.Type) ? [] : [Destinations.IdentityToken]);
        return TypedResults.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static ForbidHttpResult Refuse(string error, string? code) => TypedResults.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = code,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
