using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>Anchors and intermediates of section <c>Trust</c>.</summary>
internal sealed class SettingsSource(ITrustSnapshot trust, PartnerUses uses) : IInventorySource
{
    public Task<IReadOnlyList<InventoryEntry>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<InventoryEntry>>(
        [.. trust.Configured.Anchors.Select(Anchor), .. trust.Configured.Intermediates.Select(Intermediate)]);

    private InventoryEntry Anchor(TrustAnchor anchor) => Of(InventoryKind.Anchor, anchor.Name, anchor.Certificate) with
    {
        Jurisdiction = anchor.Jurisdiction.Code,
        Purposes = [.. anchor.Purposes.Order().Select(purpose => purpose.ToString())],
        UsedBy = uses.Of(anchor.Jurisdiction, anchor.Purposes),
    };

    private InventoryEntry Intermediate(Certificate certificate) =>
        BelowAnchors.Place(Of(InventoryKind.Intermediate, certificate.Subject, certificate), trust.Current.TrustList, uses);

    public static InventoryEntry Of(InventoryKind kind, string name, Certificate certificate) => new()
    {
        Kind = kind,
        Name = name,
        Algorithm = InventoryEntry.AlgorithmOf(certificate.PublicKey),
        Certificate = certificate,
        Fingerprint = certificate.Sha256Thumbprint,
    };
}
