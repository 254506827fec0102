using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Delegations;

/// <summary>Asks, before staff are authorised, whether the business licence may be looked up: without it nobody can be told from who they say they are.</summary>
[RequireResident]
internal sealed class EnterpriseModel(LicenceConsents consents, PageLanguage language) : PageModel
{
    public ConsentNotice Notice { get; private set; } = null!;

    public void OnGet() => Notice = consents.NoticeIn(language.Tag);

    public async Task<IActionResult> OnPostAsync(string? notice, string? noticeLanguage)
    {
        var shown = Languages.FirstKnown(noticeLanguage) ?? language.Tag;
        if (await consents.AgreeAsync(ResidentFeature.Of(HttpContext).ResidentId, shown, notice, HttpContext.RequestAborted))
            return LocalRedirect("/delegations/new?relation=" + MandateRelation.Staff.Name);

        Notice = consents.NoticeIn(language.Tag);
        return Page();
    }
}
