namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>One thing that a change of trust did to what rested on it.</summary>
internal sealed class TrustEffect
{
    public long Id { get; init; }

    /// <summary>The change; empty where the settings did it.</summary>
    public required Guid Change { get; init; }

    public required TrustEffectKind Kind { get; init; }

    /// <summary>Id of the session or the delivery.</summary>
    public required string Reference { get; init; }

    /// <summary>Relying parties of the session, separated by spaces, or the department of the delivery.</summary>
    public required string Party { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The node that did it.</summary>
    public required string Node { get; init; }
}

internal enum TrustEffectKind
{
    SessionEnded,
    DeliveryQuarantined,
    DeliveryReleased,
}

/// <summary>When one node took one change over. From then on that node judged by it.</summary>
internal sealed class TrustTaking
{
    public required Guid Change { get; init; }

    public required string Node { get; init; }

    public required DateTimeOffset At { get; init; }
}
