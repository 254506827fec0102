using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrossBorder.Federation.SignIn;

/// <summary>The cookie of a signed-in browser. It holds an id; the session behind it can be ended at once.</summary>
internal static class SessionCookie
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = HubSchemes.Session;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = ValidateAsync;
        // The journey is the way in; a page that needs a session says so itself.
        options.Events.OnRedirectToLogin = static context => Status(context.Response, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = static context => Status(context.Response, StatusCodes.Status403Forbidden);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<IVerifiedSessions>();
        var id = context.Principal?.FindFirst(HubClaims.SessionId)?.Value;
        if (id is not null && await sessions.FindAsync(id, context.HttpContext.RequestAborted) is not null)
            return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(HubSchemes.Session);
    }

    private static Task Status(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
