using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>A path whose signatures hold, from the leaf to the certificate below the anchor.</summary>
internal sealed record CertificatePath(IReadOnlyList<Certificate> Path, TrustAnchor Anchor)
{
    /// <summary>The certificate that signed the one at <paramref name="index"/>.</summary>
    public Certificate IssuerOf(int index) => index + 1 < Path.Count ? Path[index + 1] : Anchor.Certificate;

    public IEnumerable<Certificate> WithAnchor => Path.Append(Anchor.Certificate);
}
