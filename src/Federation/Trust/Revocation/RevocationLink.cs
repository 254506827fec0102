using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>A certificate and the authority whose key signed it.</summary>
internal sealed record RevocationLink(Certificate Certificate, Certificate Issuer)
{
    /// <summary>Each certificate below the last, which is the anchor's own.</summary>
    public static IEnumerable<RevocationLink> Of(IReadOnlyList<Certificate> pathWithAnchor) =>
        pathWithAnchor.Zip(pathWithAnchor.Skip(1), (certificate, issuer) => new RevocationLink(certificate, issuer));

    /// <summary>Whether that authority issued it, under this certificate of it or a renewed one.</summary>
    public bool IsIssuedBy(Certificate authority) => Issuer.Sha256Thumbprint == authority.Sha256Thumbprint
        || (Issuer.Subject == authority.Subject && Issuer.PublicKey.IsSameKeyAs(authority.PublicKey));
}
