using System.Security.Claims;
using CrossBorder.Sandbox.Residents;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Sandbox.Home;

/// <summary>Signs a resident in: by hint at once, by a session, or by the form.</summary>
internal sealed class HomeAuthorizeEndpoint(HomePlace place, HomeSignOut sessions, TimeProvider clock)
{
    public const string Session = "home.session";

    // What the form has fulfilled; asked again on the way back it would never end.
    private static readonly string[] Fulfilled = ["prompt", "login_hint", "max_age"];

    public async Task<IResult> AuthorizeAsync(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var session = await context.AuthenticateAsync(Session);
        var now = clock.GetUtcNow();

        if (request.HasPromptValue(PromptValues.None) && !session.Succeeded)
            return Refuse(Errors.LoginRequired);
        // The hint is taken at its word: scripts need no browser here, and nobody here is real.
        if (string.IsNullOrEmpty(request.Prompt) && place.Find(request.LoginHint) is { } hinted)
            return SignIn(request, hinted, now);

        if (session.Succeeded && place.Find(session.Principal.FindFirstValue(Claims.Subject)) is { } known)
        {
            var age = now - session.Properties.IssuedUtc.GetValueOrDefault();
            var again = request.HasPromptValue(PromptValues.Login) || request.HasPromptValue(PromptValues.SelectAccount);
            if (!again && (request.MaxAge is not { } limit || age.TotalSeconds <= limit))
                return SignIn(request, known, now - age);
        }

        var returnUrl = QueryHelpers.AddQueryString("/connect/authorize", request.GetParameters()
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value)));
        return SignInPage.Show(place.Residents, returnUrl, request.UiLocales);
    }

    public async Task<IResult> TakeFormAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var returnUrl = form["return_url"].ToString();
        if (!returnUrl.StartsWith("/connect/authorize?", StringComparison.Ordinal))
            return Results.BadRequest();
        if (place.Find(form["resident"]) is not { } resident)
            return SignInPage.Show(place.Residents, returnUrl, null);

        var identity = new ClaimsIdentity([new Claim(Claims.Subject, resident.Login)], Session);
        await context.SignInAsync(Session, new ClaimsPrincipal(identity), new AuthenticationProperties { IssuedUtc = clock.GetUtcNow() });
        return Results.LocalRedirect(QueryHelpers.AddQueryString("/connect/authorize", QueryHelpers.ParseQuery(returnUrl[returnUrl.IndexOf('?', StringComparison.Ordinal)..])
            .Where(parameter => !Fulfilled.Contains(parameter.Key)).Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value.ToString()))));
    }

    private IResult SignIn(OpenIddictRequest request, SandboxResident resident, DateTimeOffset authenticatedAt)
    {
        var level = resident.Level(request.GetAcrValues());
        var identity = new ClaimsIdentity("home", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, resident.HomeSubject);
        identity.SetClaim(Claims.AuthenticationContextReference, level);
        identity.SetClaims(Claims.AuthenticationMethodReference, [.. AssertionIssuer.MethodsFor(level)]);
        identity.SetClaim(Claims.AuthenticationTime, authenticatedAt.ToUnixTimeSeconds());
        identity.SetClaim("sid", sessions.Begin(resident));
        identity.SetClaim(HomeTokenEndpoint.Resident, resident.Login);
        identity.SetClaim(HomeTokenEndpoint.RequestNonce, request.Nonce);
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(claim => claim.Type is HomeTokenEndpoint.Resident or HomeTokenEndpoint.RequestNonce
            ? []
            : [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static IResult Refuse(string error) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
