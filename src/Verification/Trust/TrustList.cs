using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Trust;

/// <summary>Whom to believe: anchors, and intermediates that help to find a path but are not trusted by themselves.</summary>
public sealed class TrustList(IReadOnlyList<TrustAnchor> anchors, IReadOnlyList<Certificate>? intermediates = null)
{
    /// <summary>The trusted roots.</summary>
    public IReadOnlyList<TrustAnchor> Anchors { get; } = anchors;

    /// <summary>Known certificates of authorities between roots and leaves.</summary>
    public IReadOnlyList<Certificate> Intermediates { get; } = intermediates ?? [];

    /// <summary>Certificates of partners that are believed for themselves. Where one leads to an anchor after all, that path alone counts.</summary>
    public IReadOnlyList<PartnerCertificate> Partners { get; init; } = [];

    /// <summary>
    /// SHA-256 thumbprints, as <see cref="Certificate.Sha256Thumbprint"/> writes them, of certificates of any kind that are believed no
    /// more, whatever their issuer says. No path leads through one of them: refused with CB3048.
    /// </summary>
    public IReadOnlySet<string> Distrusted { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
