using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CrossBorder.Federation.Officers;

/// <summary>The cookie of a signed-in officer: short, and held against the database each time.</summary>
internal static class OfficerCookie
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "hub.officer";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostPrefixedCookies();
        options.ExpireTimeSpan = OfficerSession.Idle;
        options.SlidingExpiration = true;
        // The framework renews after half the time, which would make the idle time anything between half and whole.
        options.Events.OnCheckSlidingExpiration = static context =>
        {
            context.ShouldRenew = true;
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var officers = context.HttpContext.RequestServices.GetRequiredService<IOfficers>();
        if (OfficerScheme.Presence(context.Principal) is { } presence
            && await officers.FindAsync(presence.SessionId, context.HttpContext.RequestAborted) is { } known
            && known == presence)
            return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(OfficerScheme.Name);
    }
}
