using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>Everything that a department's event is judged by.</summary>
public sealed record EventVerification
{
    /// <summary>The header <c>typ</c> of an event.</summary>
    public const string Type = "cross-border-event+jws";

    /// <summary>The event as it came, JWS compact serialization.</summary>
    public required string Event { get; init; }

    /// <summary>The slug of the department.</summary>
    public required string Department { get; init; }

    /// <summary>The id of the delivery; null where it is looked up by what the verified event says.</summary>
    public string? Delivery { get; init; }

    /// <summary>The place that the department belongs to.</summary>
    public required Jurisdiction Jurisdiction { get; init; }

    /// <summary>The algorithms that the department registered.</summary>
    public required IReadOnlyCollection<string> Algorithms { get; init; }

    /// <summary>Keys that the department registered. Where there are any, no other key is taken.</summary>
    public IReadOnlyCollection<VerificationKey> RegisteredKeys { get; init; } = [];

    /// <summary>Whom to believe.</summary>
    public required TrustList TrustList { get; init; }

    /// <summary>What is known about revocation.</summary>
    public required RevocationAnswers RevocationAnswers { get; init; }

    /// <summary>How old that may be.</summary>
    public required RevocationPolicy RevocationPolicy { get; init; }

    /// <summary>The time of the check.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How long after it happened an event is taken. Null takes it at any time, as for one that is stored already.</summary>
    public TimeSpan? MaximumAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How far the department's clock may be ahead.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);
}
