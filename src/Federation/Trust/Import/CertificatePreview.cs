using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Import;

/// <summary>What officers see of a certificate before they decide. Making one stores nothing.</summary>
internal sealed record CertificatePreview
{
    public required Certificate Certificate { get; init; }

    /// <summary>Null where it is not to be admitted, but known or to be taken out of trust.</summary>
    public CertificateRole? Role { get; init; }

    /// <summary>What it is called, or is to be called; the subject where nothing was said.</summary>
    public required string Name { get; init; }

    public string Jurisdiction { get; init; } = "";

    public IReadOnlyList<TrustPurpose> Purposes { get; init; } = [];

    /// <summary>The partner that it would speak for.</summary>
    public PartnerParty? Party { get; init; }

    /// <summary>The certificates from its issuer to an anchor of ours; empty where it leads to none.</summary>
    public IReadOnlyList<Certificate> Chain { get; init; } = [];

    public IReadOnlyList<CertificateConcern> Concerns { get; init; } = [];

    /// <summary>Why it could never be admitted.</summary>
    public Error? Refusal { get; init; }

    /// <summary>By configuration: who could do something by it.</summary>
    public IReadOnlyList<InventoryUse> Opens { get; init; } = [];

    public string Sha256 => Digests.Sha256(Certificate.Der.Span)["sha256:".Length..];

    public string Sm3 => Digests.Sm3(Certificate.Der.Span)["sm3:".Length..];
}
