using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Inventory;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>Every certificate and key, where it stands and when it ends. Changes begin here, and are made elsewhere by two.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class TrustModel(ITrustSnapshot trust, TrustInventory inventory, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public TrustMaterial Material { get; private set; } = null!;

    public DateTimeOffset Now { get; private set; }

    public IReadOnlyList<InventoryEntry> Entries { get; private set; } = [];

    public IReadOnlyList<string> Places { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync()
    {
        (Material, Now) = (trust.Current, clock.GetUtcNow());
        var all = await inventory.ListAsync(HttpContext.RequestAborted);
        Total = all.Count;
        Places = [.. all.Select(entry => entry.Jurisdiction).Where(place => place.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        Entries = new InventoryFilter(Choice<InventoryKind>(Kind), Choice<InventoryState>(State), Place ?? "", Q ?? "").Of(all);
    }

    public bool MayChange => OfficerScheme.Presence(User)!.Role == OfficerRole.SecurityOfficer;

    /// <summary>Negative once it has expired.</summary>
    public int DaysLeft(DateTimeOffset end) => (int)Math.Floor((end - Now).TotalDays);

    // What no list offers narrows nothing.
    private static T? Choice<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var choice) && Enum.IsDefined(choice) ? choice : null;
}
