using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>One certificate or key: where it stands, who brought it there, when it was last relied on, and what rests on it.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class CertificateModel(
    TrustInventory inventory, ITrustChanges changes, IBlastRadius radius, ITrustUsage usage, TimeProvider clock) : PageModel
{
    public InventoryEntry Entry { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TrustChange> History { get; private set; } = [];

    public BlastRadius Radius { get; private set; } = null!;

    public LastAcceptance? Last { get; private set; }

    public bool MayChange => OfficerScheme.Presence(User)!.Role == OfficerRole.SecurityOfficer;

    public async Task<IActionResult> OnGetAsync(string fingerprint)
    {
        var stop = HttpContext.RequestAborted;
        if (!ConsoleFingerprint.TryRead(fingerprint, out var thumbprint) || await inventory.FindAsync(thumbprint, stop) is not { } entry)
            return new ConsoleRefusal(ErrorCatalogue.CertificateUnknown);

        Entry = entry;
        History = [.. (await changes.OfAsync(thumbprint, stop)).OrderByDescending(change => change.ProposedAt)];
        Radius = await radius.OfAsync(thumbprint, clock.GetUtcNow(), stop);
        Last = await usage.LastAcceptanceAsync(thumbprint, stop);
        return Page();
    }
}
