using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Federation.Proactive;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Offers;

/// <summary>The question before services are looked for, for the sources that were chosen.</summary>
[RequireResident]
internal sealed class AgreeModel(ProactiveChoice choice, PageLanguage language) : PageModel
{
    private const string Yes = "yes";

    public ConsentNotice Notice { get; private set; } = null!;

    public ProactiveSources Sources { get; private set; } = null!;

    public void OnGet(string[]? licences, string? apps) => Show(licences, apps);

    public async Task<IActionResult> OnPostAsync(string? licences, string? apps, string? decision, string? notice, string? noticeLanguage)
    {
        if (decision != "agree")
            return LocalRedirect("/offers");

        Show(licences?.Split(' '), apps);
        // The language may have been switched in another tab: what counts is the text that was on this screen.
        var shown = Languages.FirstKnown(noticeLanguage) ?? language.Tag;
        return await choice.AgreeAsync(ResidentFeature.Of(HttpContext), Sources, shown, notice, HttpContext.RequestAborted)
            ? LocalRedirect("/offers")
            : Page();
    }

    private void Show(string[]? licences, string? apps)
    {
        Sources = new([.. choice.Licences.Select(licence => licence.Slug).Intersect(licences ?? [], StringComparer.Ordinal)], apps == Yes);
        Notice = choice.NoticeOf(Sources, language.Tag);
    }
}
