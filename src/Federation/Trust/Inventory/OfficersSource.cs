using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>Certificates that officers put before the hub, whatever became of them.</summary>
internal sealed class OfficersSource(ITrustChanges changes, ITrustSnapshot trust, PartnerUses uses) : IInventorySource
{
    public async Task<IReadOnlyList<InventoryEntry>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await changes.CertificatesAsync(cancellationToken)).Select(Entry)];

    private InventoryEntry Entry(TrustCertificate row)
    {
        var known = row.ToAnchor();
        if (!row.IsAnchor)
            return BelowAnchors.Place(SettingsSource.Of(InventoryKind.Intermediate, row.Name, known.Certificate), trust.Current.TrustList, uses);
        return SettingsSource.Of(InventoryKind.Anchor, row.Name, known.Certificate) with
        {
            Jurisdiction = row.Jurisdiction,
            Purposes = [.. known.Purposes.Order().Select(purpose => purpose.ToString())],
            UsedBy = uses.Of(known.Jurisdiction, known.Purposes),
        };
    }
}
