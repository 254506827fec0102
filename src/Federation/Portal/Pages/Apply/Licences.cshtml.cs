using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>Asks, before the first form that it helps with, whether electronic licences may be looked up. Who says no fills in and uploads.</summary>
[RequireResident]
internal sealed class LicencesModel(LicenceConsents consents, PageLanguage language) : PageModel
{
    public ConsentNotice Notice { get; private set; } = null!;

    public void OnGet() => Notice = consents.NoticeIn(language.Tag);

    public async Task<IActionResult> OnPostAsync(string code, string? decision, string? notice, string? noticeLanguage)
    {
        if (decision != "agree")
            return LocalRedirect($"/apply/{code}?licences={ApplyModel.Declined}");

        // The language may have been switched in another tab: what counts is the text that was on this screen.
        var shown = Languages.All.Any(known => known.Tag == noticeLanguage) ? noticeLanguage! : language.Tag;
        if (await consents.AgreeAsync(ResidentFeature.Of(HttpContext).ResidentId, shown, notice, HttpContext.RequestAborted))
            return LocalRedirect($"/apply/{code}");

        Notice = consents.NoticeIn(language.Tag);
        return Page();
    }
}
