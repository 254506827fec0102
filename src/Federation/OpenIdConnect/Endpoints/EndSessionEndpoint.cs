using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
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
            return Refuse();

        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict let a request through that it did not read.");
        var hint = await HintAsync(context, sessions);
        // One that is not ours, or was changed on its way, proves that somebody tries something.
        if (!string.IsNullOrEmpty(request.IdTokenHint) && hint.Client is null)
            return Refuse();

        var current = (await context.AuthenticateAsync(HubSchemes.Session)).Principal?.FindFirst(HubClaims.SessionId)?.Value;
        // A browser keeps the cookie back from a form that another site posted: where nothing proves a session, there may be one.
        var mayHaveOne = current is not null ? current != hint.Session : hint.Session is null && HttpMethods.IsPost(context.Request.Method);
        if (mayHaveOne && !await IsConfirmedAsync(context, antiforgery))
            return Ask(request, hint.Client);

        string? signOut = null;
        foreach (var id in new[] { hint.Session, current }.OfType<string>().Distinct())
            signOut = await sessions.EndAsync(id, SessionEnd.SignedOut, context.RequestAborted) ?? signOut;
        // Where the browser kept its cookie back, a session may stand behind it that nothing here was said of.
        if (current is not null)
            await context.SignOutAsync(HubSchemes.Session);

        // Section 3: without a client that it could belong to, an address is not gone to, whoever registered it.
        var goesBack = !string.IsNullOrEmpty(request.PostLogoutRedirectUri) && (hint.Client ?? request.ClientId) is not null;
        return goesBack
            ? TypedResults.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme])
            : TypedResults.LocalRedirect(signOut is null ? "/signed-out" : "/signed-out/" + signOut);
    }

    private static RedirectHttpResult Refuse() => TypedResults.LocalRedirect(ErrorPage.AddressOf(ErrorCatalogue.AuthorizationRequestRefused.Code));

    /// <summary>The resident is asked on a page of ours; the id token stays out of its address, and its client stands in for it.</summary>
    private static RedirectHttpResult Ask(OpenIddictRequest request, string? client)
    {
        var parameters = request.GetParameters().Where(parameter => parameter.Key != OpenIddictConstants.Parameters.IdTokenHint)
            .ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value, StringComparer.Ordinal);
        if (client is not null)
            parameters.TryAdd(OpenIddictConstants.Parameters.ClientId, client);
        return TypedResults.LocalRedirect(QueryHelpers.AddQueryString("/sign-out", parameters));
    }

    /// <summary>Whose id token the hint is, and its session where that still lives.</summary>
    private static async Task<(string? Client, string? Session)> HintAsync(HttpContext context, IVerifiedSessions sessions)
    {
        var token = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        if (token?.GetAudiences() is not [var client, ..])
            return (null, null);
        return (client, token.GetClaim(HubClaims.SessionId) is { } sid
            ? (await sessions.FindForClientAsync(sid, client, context.RequestAborted))?.Id
            : null);
    }

    private static async Task<bool> IsConfirmedAsync(HttpContext context, IAntiforgery antiforgery) =>
        HttpMethods.IsPost(context.Request.Method) && await antiforgery.IsRequestValidAsync(context);
}
