namespace CrossBorder.Federation.Audit;

/// <summary>A signed checkpoint; one row for each key that signed it.</summary>
internal sealed class AuditCheckpoint
{
    /// <summary>Number of entries covered.</summary>
    public required long Size { get; init; }

    public required string KeyId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>JWS compact serialization.</summary>
    public required string Compact { get; init; }
}
