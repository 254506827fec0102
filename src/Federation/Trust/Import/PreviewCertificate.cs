using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Import;

/// <summary>Looks at certificates against all that the hub knows. The second officer gets the same look as the first, by what is known then.</summary>
internal sealed class PreviewCertificate(TrustInventory inventory, ITrustSnapshot trust, PartnerUses uses, PartnerParties parties, TimeProvider clock)
{
    /// <summary>As it would be admitted.</summary>
    /// <param name="admission">What is proposed.</param>
    /// <param name="others">Certificates that came in the same file.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<CertificatePreview> LookAsync(Admission admission, IReadOnlyList<Certificate> others, CancellationToken cancellationToken) =>
        Look(admission, others, await inventory.ListAsync(cancellationToken));

    /// <summary>The same against an inventory that is at hand, for who looks at many.</summary>
    public CertificatePreview Look(Admission admission, IReadOnlyList<Certificate> others, IReadOnlyList<InventoryEntry> listed)
    {
        var preview = Look(admission.Certificate, admission.Name, admission.Role, admission.Party, others, listed);
        return preview with
        {
            Jurisdiction = admission.Jurisdiction?.Code ?? "",
            Purposes = [.. admission.Purposes.Order()],
            Refusal = admission.Fault(clock.GetUtcNow()),
            Opens = admission.Role == CertificateRole.Anchor ? uses.Of(admission.Jurisdiction!.Value, admission.Purposes) : preview.Opens,
        };
    }

    /// <summary>As it is known, or only given: to be taken out of trust or back.</summary>
    public async Task<CertificatePreview> LookAsync(Certificate certificate, CancellationToken cancellationToken) =>
        Look(certificate, await inventory.ListAsync(cancellationToken));

    /// <summary>The same against an inventory that is at hand.</summary>
    public CertificatePreview Look(Certificate certificate, IReadOnlyList<InventoryEntry> listed)
    {
        var known = TrustInventory.Find(listed, certificate.Sha256Thumbprint);
        var preview = Look(certificate, known?.Name ?? certificate.Subject, role: null, party: "", [], listed);
        return preview with { Jurisdiction = known?.Jurisdiction ?? "", Opens = known?.UsedBy ?? [], Concerns = [] };
    }

    private CertificatePreview Look(
        Certificate certificate, string name, CertificateRole? role, string party, IReadOnlyList<Certificate> others, IReadOnlyList<InventoryEntry> listed)
    {
        var known = listed.Select(entry => entry.Certificate).OfType<Certificate>();
        var partner = parties.Find(party);
        var review = new CertificateReview
        {
            Certificate = certificate,
            Purpose = partner?.Purpose,
            Party = partner?.Party,
            Known = [.. known.Concat(others).DistinctBy(other => other.Sha256Thumbprint)],
            Now = clock.GetUtcNow(),
        };
        return new CertificatePreview
        {
            Certificate = certificate,
            Role = role,
            Name = name.Length > 0 ? name : certificate.Subject,
            Party = partner,
            Chain = [.. ChainVerifier.Trace([certificate, .. others], trust.Current.TrustList).Skip(1)],
            Concerns = review.Concerns,
            Opens = partner is null ? [] : [new InventoryUse(partner.Kind, partner.Name)],
        };
    }
}
