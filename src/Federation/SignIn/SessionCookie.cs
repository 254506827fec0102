using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.SignIn;

/// <summary>The cookie of a signed-in browser. It holds an id; the session behind it can be ended at once.</summary>
internal static class SessionCookie
{
    private const int SeenSteps = 10;

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
        var services = context.HttpContext.RequestServices;
        var sessions = services.GetRequiredService<IVerifiedSessions>();
        var idle = services.GetRequiredService<IOptions<SignInOptions>>().Value.IdleLifetime;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var id = context.Principal?.FindFirst(HubClaims.SessionId)?.Value;
        if (id is not null && await sessions.FindAsync(id, context.HttpContext.RequestAborted) is { } session && now - session.SeenAt <= idle)
        {
            // Not at every request: each would be a write.
            if (now - session.SeenAt >= idle / SeenSteps)
                await sessions.SeenAsync(id, now, context.HttpContext.RequestAborted);
            // Whoever asks further in this request has it here.
            context.HttpContext.Features.Set(session);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(HubSchemes.Session);
    }

    private static Task Status(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
