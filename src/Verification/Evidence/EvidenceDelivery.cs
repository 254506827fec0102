using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Evidence;

/// <summary>One delivery of a case.</summary>
public sealed record EvidenceDelivery
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Slug of the department.</summary>
    public required string Department { get; init; }

    /// <summary>True where it brought what was handed in after the application: its envelope is of type <c>cross-border-supplement+jws</c>.</summary>
    public bool IsSupplement { get; init; }

    /// <summary>The place that the department belongs to.</summary>
    public required Jurisdiction Jurisdiction { get; init; }

    /// <summary>The envelope as handed over.</summary>
    public required string Envelope { get; init; }

    /// <summary>When it was signed.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>The receipt as it came; null where there is none yet.</summary>
    public string? Receipt { get; init; }

    /// <summary>When the receipt was verified.</summary>
    public DateTimeOffset? ReceiptVerifiedAt { get; init; }

    /// <summary>Its department's events, in the order in which they came.</summary>
    public IReadOnlyList<EvidenceEvent> Events { get; init; } = [];

    /// <summary>Keys that the department registered; empty where it is known by certificate.</summary>
    public IReadOnlyList<VerificationKey> RegisteredKeys { get; init; } = [];
}
