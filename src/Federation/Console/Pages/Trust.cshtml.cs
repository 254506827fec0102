using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Crypto;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>Whom the hub believes now, and when that ends. Changes begin here, and are made elsewhere by two.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class TrustModel(ITrustSnapshot trust, TimeProvider clock) : PageModel
{
    public TrustMaterial Material { get; private set; } = null!;

    public DateTimeOffset Now { get; private set; }

    public void OnGet()
    {
        Material = trust.Current;
        Now = clock.GetUtcNow();
    }

    public bool MayChange => OfficerScheme.Presence(User)!.Role == OfficerRole.SecurityOfficer;

    /// <summary>Negative once it has expired.</summary>
    public int DaysLeft(Certificate certificate) => (int)Math.Floor((certificate.NotAfter - Now).TotalDays);
}
