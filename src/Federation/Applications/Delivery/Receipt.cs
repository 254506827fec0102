namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>A department's signed receipt, stored only after it was verified.</summary>
internal sealed class Receipt
{
    public required string DeliveryId { get; init; }

    /// <summary>JWS compact form, as received.</summary>
    public required string Compact { get; init; }

    /// <summary>Id of the chain that it was verified over.</summary>
    public string? TrustPath { get; init; }

    public bool Accepted { get; init; }

    public required string Reference { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset VerifiedAt { get; init; }
}
