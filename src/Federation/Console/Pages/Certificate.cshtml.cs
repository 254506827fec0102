using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>One certificate or key: where it stands, who brought it there, when it was last relied on, and what rests on it, as numbers and as a list.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class CertificateModel(
    TrustInventory inventory, ITrustChanges changes, FindResting resting, IBlastRadius radius, ExportResting export, ITrustUsage usage, TimeProvider clock) : PageModel
{
    public InventoryEntry Entry { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TrustChange> History { get; private set; } = [];

    /// <summary>Null for a key.</summary>
    public BlastRadius? Radius { get; private set; }

    /// <summary>Null for what is no key of the hub.</summary>
    public KeyRadius? KeyRadius { get; private set; }

    /// <summary>Whether it is known what rests on it.</summary>
    public bool IsRecorded => Radius is not null || KeyRadius is not null;

    public LastAcceptance? Last { get; private set; }

    public bool MayChange => Officer.Role == OfficerRole.SecurityOfficer;

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public async Task<IActionResult> OnGetAsync(string fingerprint)
    {
        var (stop, now) = (HttpContext.RequestAborted, clock.GetUtcNow());
        if (!ConsoleFingerprint.TryRead(fingerprint, out var thumbprint) || await inventory.FindAsync(thumbprint, stop) is not { } entry)
            return new ConsoleRefusal(ErrorCatalogue.CertificateUnknown);

        Entry = entry;
        History = [.. (await changes.OfAsync(thumbprint, stop)).OrderByDescending(change => change.ProposedAt)];
        if ((await resting.OfAsync(entry, stop)).TryGetValue(out var subject))
        {
            Radius = subject.Fingerprint is { } certificate ? await radius.OfAsync(certificate, now, stop) : null;
            KeyRadius = subject.Key is { } key ? await radius.OfKeyAsync(key, now, stop) : null;
        }

        Last = await usage.LastAcceptanceAsync(thumbprint, stop);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string fingerprint, RestingFormat format) =>
        ConsoleFingerprint.TryRead(fingerprint, out _)
            ? await RestingDownload.OfAsync(await resting.FindAsync(fingerprint, HttpContext.RequestAborted), format, Officer, export, HttpContext.RequestAborted)
            : new ConsoleRefusal(ErrorCatalogue.CertificateUnknown);
}
