using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Pki;

internal sealed record LeafRequest
{
    public string CommonName { get; init; } = "Signer";

    public TrustPurpose? Purpose { get; init; } = TrustPurpose.AssertionSigning;

    public bool CriticalPurpose { get; init; }

    public string? Uri { get; init; }

    public bool DigitalSignature { get; init; } = true;

    public bool KeyEncipherment { get; init; }

    public bool Development { get; init; }

    public DateTimeOffset NotBefore { get; init; } = Clock.Start.AddDays(-30);

    public DateTimeOffset NotAfter { get; init; } = Clock.Start.AddDays(365);
}
