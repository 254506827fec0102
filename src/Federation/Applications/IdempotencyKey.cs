namespace CrossBorder.Federation.Applications;

/// <summary>A request that was answered, so that its repetition gets the same answer.</summary>
internal sealed class IdempotencyKey
{
    /// <summary>Keyed hash of resident and key.</summary>
    public required string Id { get; init; }

    /// <summary>Keyed hash of what was asked.</summary>
    public required string BodyHash { get; init; }

    public required string ApplicationId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
