using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust.Import;

/// <summary>What each change is about, for the officer who decides on it.</summary>
internal sealed class PreviewChange(ITrustChanges changes, TrustInventory inventory, PreviewCertificate preview)
{
    // One request asks for names and previews: the inventory is one and the same to both.
    private IReadOnlyList<InventoryEntry>? listed;

    /// <summary>By the number of the change, for those that somebody has yet to decide on. A certificate that only a fingerprint names has none.</summary>
    public async Task<IReadOnlyDictionary<Guid, CertificatePreview>> OfAsync(IEnumerable<TrustChange> about, CancellationToken cancellationToken)
    {
        var stored = (await changes.CertificatesAsync(cancellationToken)).ToDictionary(row => row.Fingerprint, StringComparer.Ordinal);
        var all = await ListAsync(cancellationToken);
        var known = all.Where(entry => entry.Certificate is not null)
            .DistinctBy(entry => entry.Fingerprint).ToDictionary(entry => entry.Fingerprint, entry => entry.Certificate!, StringComparer.Ordinal);
        var previews = new Dictionary<Guid, CertificatePreview>();
        foreach (var change in about.Where(change => change.State is TrustChangeState.Proposed or TrustChangeState.Approved or TrustChangeState.InForce))
        {
            if (change.Kind == TrustChangeKind.Admit && stored.TryGetValue(change.Fingerprint, out var row))
                previews[change.Id] = preview.Look(row.ToAdmission(), [], all);
            else if (known.TryGetValue(change.Fingerprint, out var certificate))
                previews[change.Id] = preview.Look(certificate, all);
        }

        return previews;
    }

    /// <summary>What the certificates of the inventory are called, by fingerprint.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).OrderBy(entry => entry.Kind).DistinctBy(entry => entry.Fingerprint)
            .ToDictionary(entry => entry.Fingerprint, entry => entry.Name, StringComparer.Ordinal);

    private async Task<IReadOnlyList<InventoryEntry>> ListAsync(CancellationToken cancellationToken) =>
        listed ??= await inventory.ListAsync(cancellationToken);
}
