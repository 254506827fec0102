using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust.Records;

/// <summary>
/// Certificates that partners sign with and that nobody had to register: an officer finds them by what they signed, and can suspend one.
/// Only those that were accepted: what anybody may present is no partner's certificate.
/// </summary>
internal sealed class SeenSource(ITrustUsage usage, PartnerParties parties) : IInventorySource
{
    public async Task<IReadOnlyList<InventoryEntry>> ListAsync(CancellationToken cancellationToken)
    {
        var accepted = await usage.AcceptedPathsAsync(cancellationToken);
        var leaves = accepted.ToLookup(path => path.PresentedFingerprints[0], StringComparer.Ordinal);
        return [.. (await usage.CertificatesAsync(accepted, cancellationToken)).Where(seen => leaves.Contains(seen.Fingerprint))
            .Select(seen => Entry(seen, [.. leaves[seen.Fingerprint]])).OfType<InventoryEntry>()];
    }

    private InventoryEntry? Entry(SeenCertificate seen, IReadOnlyList<TrustPath> paths)
    {
        if (!Certificate.Parse(seen.Encoded).TryGetValue(out var certificate))
            return null;

        return SettingsSource.Of(InventoryKind.Partner, certificate.Subject, certificate) with
        {
            Jurisdiction = paths[0].Jurisdiction,
            Purposes = [.. paths.Select(path => path.Purpose).Distinct().Order().Select(purpose => purpose.ToString())],
            UsedBy = [.. paths.Select(path => parties.Find(path.Party)).OfType<PartnerParty>().Distinct()
                .Select(party => new InventoryUse(party.Kind, party.Name))],
        };
    }
}
