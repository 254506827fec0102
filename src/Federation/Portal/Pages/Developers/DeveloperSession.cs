using System.Security.Claims;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrossBorder.Federation.Portal.Pages.Developers;

/// <summary>
/// A developer at the pages of one registration: half an hour, in a cookie of its own that no other page looks at. It names the registration and which
/// access token opened it, so that a token that was replaced opens nothing more.
/// </summary>
internal sealed class DeveloperSession(IRegistrations registrations)
{
    public const string Scheme = "hub.developer";

    private const string TokenMark = "token";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Scheme;
        options.Cookie.Path = "/developers";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = false;
        options.LoginPath = "/developers";
        options.AccessDeniedPath = "/developers";
    }

    public static Task OpenAsync(HttpContext context, Registration registration) => context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, registration.ClientId), new(TokenMark, MarkOf(registration))], Scheme)));

    public static Task CloseAsync(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>Null where this browser was not let in to that registration, or it has ended.</summary>
    public async Task<Registered?> FindAsync(HttpContext context, string clientId)
    {
        var principal = (await context.AuthenticateAsync(Scheme)).Principal;
        return principal?.FindFirst(ClaimTypes.NameIdentifier)?.Value == clientId
            && (await Registered.FindAsync(registrations, clientId, context.RequestAborted)).TryGetValue(out var registered)
            && registered.Standing != Standing.Ended && principal.FindFirst(TokenMark)?.Value == MarkOf(registered.Registration)
                ? registered
                : null;
    }

    private static string MarkOf(Registration registration) => registration.AccessTokenHash[..16];
}
