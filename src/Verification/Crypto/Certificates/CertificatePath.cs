using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>A path whose signatures hold, from the leaf to the certificate below the anchor.</summary>
internal sealed record CertificatePath(IReadOnlyList<Certificate> Path, TrustAnchor Anchor)
{
    /// <summary>The certificate that signed the one at <paramref name="index"/>.</summary>
    public Certificate IssuerOf(int index) => index + 1 < Path.Count ? Path[index + 1] : Anchor.Certificate;

    /// <summary>The admission by which the leaf is its own anchor; null where another certificate is.</summary>
    public PartnerCertificate? Direct { get; init; }

    public bool SpeaksFor(string party) => Direct is { } admitted
        ? string.Equals(admitted.Party, party, StringComparison.Ordinal)
        : Path[0].SubjectAlternativeUris.Contains(party, StringComparer.Ordinal);

    public IEnumerable<Certificate> WithAnchor => Path.Append(Anchor.Certificate);
}
