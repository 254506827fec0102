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

    /// <summary>Code of the jurisdiction that an anchor speaks for; empty for an intermediate authority, which is trusted by no list.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Names of <see cref="TrustPurpose"/>, separated by spaces; empty for an intermediate authority.</summary>
    public required string Purposes { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public bool IsAnchor => Jurisdiction.Length > 0;

    /// <summary>As an anchor of the trust list; without a place and purposes for an intermediate authority.</summary>
    public TrustAnchor ToAnchor() => new(
        Name, Certificate.Parse(Encoded).Value, new Verification.Trust.Jurisdiction(Jurisdiction),
        Purposes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<TrustPurpose>).ToHashSet());
}
