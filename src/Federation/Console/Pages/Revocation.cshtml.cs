using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>How revocation lists and responders stand, and a button for who will not wait. Auditors look only.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Operator, OfficerRole.Auditor)]
internal sealed class RevocationModel(RevocationView view, FetchRevocation fetch, TimeProvider clock) : PageModel
{
    public IReadOnlyList<RevocationStanding> All { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public Error? Refusal { get; private set; }

    /// <summary>The list or responder that was fetched a moment ago.</summary>
    public string? Fetched { get; private set; }

    public bool MayAct => Officer.Role is OfficerRole.SecurityOfficer or OfficerRole.Operator;

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public async Task OnGetAsync()
    {
        Now = clock.GetUtcNow();
        All = await view.AllAsync(HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostAsync(string? name)
    {
        if (!MayAct)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);

        var done = await fetch.RunAsync(name ?? "", Officer.Name, HttpContext.RequestAborted);
        if (done.Succeeded)
            Fetched = name;
        else
            (Refusal, Response.StatusCode) = (done.Error, done.Error.Descriptor.Status);
        await OnGetAsync();
        return Page();
    }
}
