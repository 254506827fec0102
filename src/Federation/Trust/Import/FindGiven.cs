using System.Text;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Import;

/// <summary>Finds the certificate that an officer means: by its fingerprint among those that are known, or in what they gave.</summary>
internal sealed class FindGiven(TrustInventory inventory)
{
    /// <summary>CB6116 for a fingerprint that nobody knows, else the refusals of <see cref="GivenCertificates.Read"/>.</summary>
    /// <param name="text">PEM, or a SHA-256 fingerprint in hex; empty where <paramref name="chosen"/> says it all.</param>
    /// <param name="chosen">A SHA-256 fingerprint in hex.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Outcome<GivenCertificates>> FindAsync(string text, string chosen, CancellationToken cancellationToken)
    {
        ConsoleFingerprint.TryRead(chosen, out var thumbprint);
        if (ConsoleFingerprint.TryRead(text, out var typed) || (text.Length == 0 && (typed = thumbprint) is not null))
            return (await inventory.ListAsync(cancellationToken)).FirstOrDefault(entry => entry.Fingerprint == typed)?.Certificate is { } known
                ? new GivenCertificates([known], known)
                : ErrorCatalogue.CertificateUnknown.With("No source of the inventory knows it.");

        return GivenCertificates.Read(Encoding.UTF8.GetBytes(text), password: null, thumbprint);
    }
}
