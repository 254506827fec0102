namespace CrossBorder.Federation.Applications.Archive;

/// <summary>A finished case in one row, where the open ones take a dozen.</summary>
internal sealed class ArchivedCase
{
    /// <summary>As the case had it.</summary>
    public required string Id { get; init; }

    public required string CaseNumber { get; init; }

    public required string ResidentId { get; init; }

    public DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset ArchivedAt { get; init; }

    /// <summary>The case with deliveries, receipts, events and timeline: JSON, compressed (Brotli).</summary>
    public required byte[] Content { get; init; }
}
