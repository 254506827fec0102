using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>Everything that a receipt is judged by.</summary>
public sealed record ReceiptVerification
{
    /// <summary>The header <c>typ</c> of a receipt.</summary>
    public const string Type = "cross-border-receipt+jws";

    /// <summary>The receipt as it came, JWS compact serialization.</summary>
    public required string Receipt { get; init; }

    /// <summary>The envelope as it was handed over, JWS compact serialization.</summary>
    public required string Envelope { get; init; }

    /// <summary>The id of the delivery.</summary>
    public required string Delivery { get; init; }

    /// <summary>The slug of the department.</summary>
    public required string Department { get; init; }

    /// <summary>The place that the department belongs to.</summary>
    public required Jurisdiction Jurisdiction { get; init; }

    /// <summary>The algorithms that the department registered.</summary>
    public required IReadOnlyCollection<string> Algorithms { get; init; }

    /// <summary>
    /// Keys that the department registered. Where there are any, no other key is taken, and a receipt without certificates stands on them.
    /// </summary>
    public IReadOnlyCollection<VerificationKey> RegisteredKeys { get; init; } = [];

    /// <summary>Whom to believe.</summary>
    public required TrustList TrustList { get; init; }

    /// <summary>What is known about revocation.</summary>
    public required RevocationAnswers RevocationAnswers { get; init; }

    /// <summary>How old that may be.</summary>
    public required RevocationPolicy RevocationPolicy { get; init; }

    /// <summary>The time of the check.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the envelope was first handed over; a receipt from before that is refused.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How far the clocks of both sides may differ.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);
}
