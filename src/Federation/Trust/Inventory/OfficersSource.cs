using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>Certificates that officers put before the hub, whatever became of them.</summary>
internal sealed class OfficersSource(ITrustChanges changes, ITrustSnapshot trust, PartnerUses uses, PartnerParties parties) : IInventorySource
{
    public async Task<IReadOnlyList<InventoryEntry>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await changes.CertificatesAsync(cancellationToken)).Select(Entry)];

    private InventoryEntry Entry(TrustCertificate row)
    {
        var known = row.ToAnchor();
        if (row.Role is CertificateRole.Partner or CertificateRole.Watched)
            return SettingsSource.Of(InventoryKind.Partner, row.Name, known.Certificate) with
            {
                Jurisdiction = row.Jurisdiction,
                Purposes = [row.Purposes],
                IsDirect = row.Role == CertificateRole.Partner,
                UsedBy = parties.Find(row.Party) is { } party ? [new InventoryUse(party.Kind, party.Name)] : [],
            };
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
