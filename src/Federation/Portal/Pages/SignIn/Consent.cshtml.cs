using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Pages.Devices;
using CrossBorder.Federation.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace CrossBorder.Federation.Portal.Pages.SignIn;

internal sealed class ConsentModel(
    Journeys journeys, AdvanceJourney advance, IVerifiedSessions sessions, Recipients recipients, PageLanguage language)
    : JourneyPage(journeys, JourneyStep.Consent)
{
    public ConsentNotice Notice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var (open, elsewhere) = await OpenAsync();
        if (open is null)
            return elsewhere!;

        var recipient = recipients.Find(open.Journey.Request.ClientId);
        if (!recipient.Succeeded)
            return LocalRedirect(ErrorPage.AddressOf(recipient.Error.Code));

        var session = await sessions.FindAsync(open.Journey.SessionId!, HttpContext.RequestAborted);
        Notice = ConsentText.For(recipient.Value, open.Journey.Request.Scopes, language.Tag, session?.Identity.Jurisdiction);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? decision, string? notice, string? noticeLanguage)
    {
        var (open, elsewhere) = await OpenAsync();
        if (open is null)
            return elsewhere!;
        if (decision is not ("agree" or "decline")
            || await sessions.FindAsync(open.Journey.SessionId!, HttpContext.RequestAborted) is not { } session)
            return Onwards();

        await advance.ConsentAsync(
            open, session.ResidentId, session.Identity.Jurisdiction, decision == "agree", notice,
            Languages.FirstKnown(noticeLanguage) ?? language.Tag, HttpContext.RequestAborted);
        // A machine that waits for the answer is told it: there is no address to lead back to.
        return decision == "decline" && DeviceModel.DeclinedAddress(open) is { } device ? LocalRedirect(device) : Onwards();
    }
}
