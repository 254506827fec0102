using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace CrossBorder.Federation.OpenIdConnect.Endpoints;

/// <summary>
/// End session (OpenID Connect RP-Initiated Logout 1.0). An id token of the very session proves that the relying party means it;
/// without one anybody's link could sign a resident out, so that the resident is asked.
/// </summary>
internal static class EndSessionEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext context, IVerifiedSessions sessions, IAntiforgery antiforgery)
    {
        if (context.GetOpenIddictServerResponse() is { Error: not null })
            return TypedResults.LocalRedirect(ErrorPage.AddressOf(ErrorCatalogue.AuthorizationRequestRefused.Code));

        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict let a request through that it did not read.");
        var hint = await HintedAsync(context, sessions);
        var current = (await context.AuthenticateAsync(HubSchemes.Session)).Principal?.FindFirst(HubClaims.SessionId)?.Value;
        if (current is not null && current != hint && !await IsConfirmedAsync(context, antiforgery))
            return TypedResults.LocalRedirect(QueryHelpers.AddQueryString("/sign-out", request.GetParameters()
                .Where(parameter => parameter.Key != OpenIddictConstants.Parameters.IdTokenHint)
                .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value))));

        foreach (var id in new[] { hint, current }.OfType<string>().Distinct())
            await sessions.EndAsync(id, context.RequestAborted);
        await context.SignOutAsync(HubSchemes.Session);
        return TypedResults.SignOut(
            new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    private static async Task<string?> HintedAsync(HttpContext context, IVerifiedSessions sessions)
    {
        var token = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        return token?.GetClaim(HubClaims.SessionId) is { } sid && token.GetAudiences() is [var client, ..]
            ? (await sessions.FindForClientAsync(sid, client, context.RequestAborted))?.Id
            : null;
    }

    private static async Task<bool> IsConfirmedAsync(HttpContext context, IAntiforgery antiforgery) =>
        HttpMethods.IsPost(context.Request.Method) && await antiforgery.IsRequestValidAsync(context);
}
