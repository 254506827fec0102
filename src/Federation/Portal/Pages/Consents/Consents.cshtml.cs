using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Consents;

/// <summary>
/// What a resident agreed to, and the way to take it back that every notice promises. Asks for a sign-in and for no consent of
/// its own: who withdraws the portal's must still see this page.
/// </summary>
internal sealed class ConsentsModel(
    ResidentSession session, IVerifiedSessions sessions, IConsents consents, IDisclosures disclosures, Recipients recipients,
    PageLanguage language) : PageModel
{
    private const string SignInAlone = "openid";
    private const int MostDisclosures = 50;

    public IReadOnlyList<Consent> Consents { get; private set; } = [];

    /// <summary>Who got this resident's data, or looked at it.</summary>
    public IReadOnlyList<Disclosure> Disclosures { get; private set; } = [];

    public string NameOf(string client) => recipients.Find(client).TryGetValue(out var recipient) ? language[recipient.Name] : client;

    /// <summary>What was agreed to at one of the hub's own forms is told apart from the rest.</summary>
    public string NameOf(Consent consent) =>
        NameOf(consent.ClientId) + (consent.Scopes == HubScopes.Licences ? " · " + language[ConsentsText.LookUp] : "");

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ResidentAsync() is not { } resident)
            return SignIn();

        Consents = await consents.ListAsync(resident, clientId: null, HttpContext.RequestAborted);
        Disclosures = await disclosures.ListAsync(resident, MostDisclosures, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? id)
    {
        if (await ResidentAsync() is not { } resident)
            return SignIn();

        var withdrawn = await consents.WithdrawAsync(resident, clientId: null, id ?? "", HttpContext.RequestAborted);
        return withdrawn.Succeeded ? LocalRedirect("/consents") : new RefusalResult(withdrawn.Error);
    }

    private async Task<string?> ResidentAsync() =>
        (await session.FindAsync(HttpContext))?.FindFirst(HubClaims.SessionId)?.Value is { } id
            ? (await sessions.FindAsync(id, HttpContext.RequestAborted))?.ResidentId
            : null;

    private ChallengeResult SignIn() => new(HubSchemes.Journey, new AuthenticationProperties
    {
        RedirectUri = "/consents",
        Items = { [JourneyItems.Scopes] = SignInAlone, [JourneyItems.Languages] = language.Tag },
    });
}
