using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>An intermediate authority is listed for no place: it is of that of the anchor which its issuer's name leads to.</summary>
internal static class BelowAnchors
{
    private const int LongestPath = 6;

    public static InventoryEntry Place(InventoryEntry entry, TrustList trust, PartnerUses uses)
    {
        var issuer = entry.Certificate!.Issuer;
        for (var step = 0; step < LongestPath; step++)
        {
            if (trust.Anchors.FirstOrDefault(anchor => anchor.Certificate.Subject == issuer) is { } anchor)
                return entry with { Jurisdiction = anchor.Jurisdiction.Code, UsedBy = uses.Of(anchor.Jurisdiction, anchor.Purposes) };
            if (trust.Intermediates.FirstOrDefault(authority => authority.Subject == issuer) is not { } next)
                break;
            issuer = next.Issuer;
        }

        return entry;
    }
}
