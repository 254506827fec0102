using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Accounts.Sessions;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Sessions;

/// <summary>
/// Where the resident is signed in, and the way to end it. Asks for a sign-in and for no consent: whoever fears that somebody else is in
/// their account agrees to nothing first.
/// </summary>
internal sealed class SessionsModel(
    ResidentSession session, IVerifiedSessions verified, ISessionRegister register, EndOwnSessions end, Recipients recipients,
    IHomes homes, PageLanguage language) : PageModel
{
    private const string SignInAlone = "openid";

    public IReadOnlyList<ListedSession> Sessions { get; private set; } = [];

    /// <summary>The one that this browser is signed in by.</summary>
    public string Current { get; private set; } = "";

    /// <summary>How many were just ended; null where none were.</summary>
    public int? Ended { get; private set; }

    public string NameOf(string client) => recipients.Find(client).TryGetValue(out var recipient) ? language[recipient.Name] : client;

    public string HomeOf(ListedSession listed) => homes.Find(listed.Home)?.DisplayName is { } name
        ? language[new LocalizedText(name.Hant, name.Hans, name.En)]
        : listed.Home;

    public async Task<IActionResult> OnGetAsync(int? ended)
    {
        if (await HereAsync() is not { } here)
            return SignIn();

        Ended = ended;
        Current = here.Id;
        Sessions = await register.ListAsync(here.ResidentId, HttpContext.RequestAborted);
        return Page();
    }

    /// <param name="id">The one to end; all but this one where it is missing.</param>
    public async Task<IActionResult> OnPostAsync(string? id)
    {
        if (await HereAsync() is not { } here)
            return SignIn();

        if (string.IsNullOrEmpty(id))
            return LocalRedirect($"/sessions?ended={await end.OthersAsync(here.ResidentId, here.Id, HttpContext.RequestAborted)}");
        var ended = await end.OneAsync(here.ResidentId, id, here.Id, HttpContext.RequestAborted);
        if (!ended.Succeeded)
            return new RefusalResult(ended.Error);
        if (id != here.Id)
            return LocalRedirect("/sessions?ended=1");

        await HttpContext.SignOutAsync(HubSchemes.Session);
        return LocalRedirect("/signed-out");
    }

    private async Task<VerifiedSession?> HereAsync() =>
        (await session.FindAsync(HttpContext))?.FindFirst(HubClaims.SessionId)?.Value is { } id
            ? await verified.FindAsync(id, HttpContext.RequestAborted)
            : null;

    private ChallengeResult SignIn() => new(HubSchemes.Journey, new AuthenticationProperties
    {
        RedirectUri = "/sessions",
        Items = { [JourneyItems.Scopes] = SignInAlone, [JourneyItems.Languages] = language.Tag },
    });
}
