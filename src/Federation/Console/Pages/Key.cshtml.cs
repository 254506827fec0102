using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>One key of the hub by its <c>kid</c>, and what was signed with it that is still built on. Its steps are taken where all keys stand.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class KeyModel(FindResting resting, IBlastRadius radius, ExportResting export, KeyOverview overview, TimeProvider clock) : PageModel
{
    public string Id { get; private set; } = "";

    public KeyRadius Radius { get; private set; } = null!;

    /// <summary>Null for a key that signs no tokens.</summary>
    public KeySight? Sight { get; private set; }

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public async Task<IActionResult> OnGetAsync(string kid)
    {
        var found = await FindAsync(kid);
        if (!found.TryGetValue(out var subject))
            return new ConsoleRefusal(found.Error.Descriptor);

        Id = subject.Name;
        Radius = await radius.OfKeyAsync(subject.Key!, clock.GetUtcNow(), HttpContext.RequestAborted);
        Sight = (await overview.LookAsync(HttpContext.RequestAborted)).FirstOrDefault(sight => sight.Key.Id == Id);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string kid, RestingFormat format) =>
        await RestingDownload.OfAsync(await FindAsync(kid), format, Officer, export, HttpContext.RequestAborted);

    // What looks like a fingerprint is a certificate, which has a page of its own.
    private async Task<Outcome<RestingSubject>> FindAsync(string kid)
    {
        var found = await resting.FindAsync(kid, HttpContext.RequestAborted);
        return found.TryGetValue(out var subject) && subject.Key is null ? ErrorCatalogue.KeyUnknown.With("It is a certificate.") : found;
    }
}
