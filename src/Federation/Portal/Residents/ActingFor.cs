using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace CrossBorder.Federation.Portal.Residents;

/// <summary>
/// For whom a resident works at these pages. Kept in the browser, sealed for that resident: it survives a step-up, opens nothing to who signs in
/// next, and is asked anew at each page whether it still holds.
/// </summary>
internal sealed class ActingFor(IDataProtectionProvider protection, ResidentSession session, IMandates mandates)
{
    public const string CookieName = "hub.acting";

    private readonly SealedChoice choice = new(protection, "acting-for", TimeSpan.FromHours(8));
    private (bool Asked, string? Name) found;

    public void Set(HttpContext context, string residentId, string mandateId) =>
        context.Response.Cookies.Append(CookieName, choice.Seal(mandateId, residentId), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true,
        });

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(CookieName);

    /// <summary>Null where the resident is here for themselves.</summary>
    public string? MandateOf(HttpContext context, string residentId) => choice.Read(context.Request.Cookies[CookieName], residentId);

    /// <summary>The gate found whom the resident acts for, or that they may not any more: nothing has to be asked again for this page.</summary>
    /// <param name="represented">Null where it is over.</param>
    public void Found(Applicant? represented) => found = (true, represented is null ? null : NameOf(represented));

    /// <summary>As much of the name of whom they act for as the banner says; null where there is none.</summary>
    public async Task<string?> BannerAsync(HttpContext context) => found.Asked ? found.Name : await FindNameAsync(context);

    /// <summary>Whom somebody acts for, as the agent is shown them.</summary>
    /// <param name="represented">The principal, with their agent.</param>
    public static string NameOf(Applicant represented) => represented.Acting?.Enterprise?.Name ?? MaskedName.Of(represented.Identity.Name);

    private async Task<string?> FindNameAsync(HttpContext context) =>
        context.Request.Cookies.ContainsKey(CookieName)
        && (await session.FindAsync(context))?.FindFirst(HubClaims.Resident)?.Value is { } resident
        && MandateOf(context, resident) is { } id
            ? (await mandates.FindAsync(id, context.RequestAborted))?.PrincipalName
            : null;
}
