using System.Security.Claims;
using CrossBorder.Federation.Hosting;
using Microsoft.AspNetCore.Authentication;

namespace CrossBorder.Federation.Portal.Residents;

/// <summary>The visitor's sign-in, if there is one.</summary>
internal sealed class ResidentSession(IAuthenticationSchemeProvider schemes)
{
    public async Task<ClaimsPrincipal?> FindAsync(HttpContext context)
    {
        // A hub without sign-in still shows what there is to apply for.
        if (await schemes.GetSchemeAsync(HubSchemes.Session) is null)
            return null;

        var result = await context.AuthenticateAsync(HubSchemes.Session);
        return result.Succeeded ? result.Principal : null;
    }
}
