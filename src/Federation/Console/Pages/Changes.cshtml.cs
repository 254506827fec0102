using System.Globalization;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Import;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>The changes of trust: those that somebody has yet to decide on, then the concluded ones, a page at a time. Each is decided on its own page.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class ChangesModel(ITrustChanges changes, PreviewChange previews) : PageModel
{
    private const int PageSize = 25;
    private const int MostPages = 1_000_000;

    public IReadOnlyList<TrustChange> Open { get; private set; } = [];

    public IReadOnlyList<TrustChange> Concluded { get; private set; } = [];

    /// <summary>The address of the page with older ones; null on the last.</summary>
    public string? Older { get; private set; }

    public bool MayAct => OfficerScheme.Presence(User)!.Role == OfficerRole.SecurityOfficer;

    private IReadOnlyDictionary<string, string> Names { get; set; } = new Dictionary<string, string>();

    /// <summary>What its certificate is called; null for one that is in no inventory.</summary>
    public string? NameOf(TrustChange change) => Names.GetValueOrDefault(change.Fingerprint);

    /// <param name="older">Which page of the concluded ones, from 0.</param>
    public async Task OnGetAsync(int older = 0)
    {
        var stop = HttpContext.RequestAborted;
        var skipped = Math.Clamp(older, 0, MostPages);
        Open = skipped == 0 ? await changes.OpenAsync(stop) : [];
        var read = await changes.ConcludedAsync(skipped * PageSize, PageSize + 1, stop);
        Concluded = [.. read.Take(PageSize)];
        Older = read.Count > PageSize ? "/console/changes?older=" + (skipped + 1).ToString(CultureInfo.InvariantCulture) : null;
        if (Open.Count + Concluded.Count > 0)
            Names = await previews.NamesAsync(stop);
    }
}
