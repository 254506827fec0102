using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.SignIn;
using CrossBorder.Verification.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CrossBorder.Federation.Portal.Pages.SignIn;

internal sealed class ConfirmLinkModel(Journeys journeys, AdvanceJourney advance) : JourneyPage(journeys, JourneyStep.ConfirmLink)
{
    public string Account { get; private set; } = "";

    public (string Type, string Masked)? Document { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var (open, elsewhere) = await OpenAsync();
        if (open is null)
            return elsewhere!;

        var pending = open.Journey.Pending!;
        var person = VerifiedIdentityJson.Read(pending.Identity).Value;
        Account = Masked(pending.AccountId);
        Document = AccountDocument.Of(person) is { } document ? (document.Type, Masked(document.Number)) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? decision)
    {
        var (open, elsewhere) = await OpenAsync();
        if (open is null)
            return elsewhere!;

        if (decision is "confirm" or "decline")
            await advance.ConfirmLinkAsync(open, decision == "confirm", HttpContext.RequestAborted);
        return Onwards();
    }

    /// <summary>Enough to recognise one's own, too little to learn another's.</summary>
    private static string Masked(string value) => value.Length <= 4
        ? new string('*', value.Length)
        : string.Concat(value.AsSpan(0, 2), new string('*', value.Length - 4), value.AsSpan(value.Length - 2));
}
