using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Changes;

/// <summary>A certificate that officers put before the hub. Whether it is believed is for the changes about it to say.</summary>
internal sealed class TrustCertificate
{
    /// <summary>SHA-256 thumbprint of <see cref="Encoded"/>, base64url.</summary>
    public required string Fingerprint { get; init; }

    public required byte[] Encoded { get; init; }

    /// <summary>What officers call it.</summary>
    public required string Name { get; init; }

    public required CertificateRole Role { get; init; }

    /// <summary>Whom a partner's certificate speaks for, as <see cref="PartnerParty.Party"/>; empty for an authority.</summary>
    public required string Party { get; init; }

    /// <summary>Code of the place that an anchor or a partner speaks for; empty for an intermediate authority, which is trusted by no list.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Names of <see cref="TrustPurpose"/>, separated by spaces; empty for an intermediate authority.</summary>
    public required string Purposes { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public bool IsAnchor => Role == CertificateRole.Anchor;

    /// <summary>As an anchor of the trust list; without a place and purposes for an intermediate authority.</summary>
    public TrustAnchor ToAnchor() => new(
        Name, Certificate.Parse(Encoded).Value, new Verification.Trust.Jurisdiction(Jurisdiction),
        Purposes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<TrustPurpose>).ToHashSet());

    /// <summary>As a partner of the trust list; of <see cref="CertificateRole.Partner"/> alone.</summary>
    public PartnerCertificate ToPartner()
    {
        var (anchor, purpose) = (ToAnchor(), Enum.Parse<TrustPurpose>(Purposes));
        return new PartnerCertificate(Name, anchor.Certificate, anchor.Jurisdiction, purpose, Party);
    }

    /// <summary>As it was put before the hub.</summary>
    public Admission ToAdmission()
    {
        var anchor = ToAnchor();
        return new Admission(anchor.Certificate, Name, Role == CertificateRole.Intermediate ? null : anchor.Jurisdiction, anchor.Purposes)
        {
            Party = Party,
            IsWatched = Role == CertificateRole.Watched,
        };
    }
}
