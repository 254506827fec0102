using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>A department's event that was verified. The only way to one is <see cref="EventPipeline"/>.</summary>
public sealed class VerifiedEvent
{
    internal VerifiedEvent()
    {
    }

    /// <summary>The event's own id, given by the department.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the delivery that it is about.</summary>
    public required string Delivery { get; init; }

    /// <summary>The slug of the department.</summary>
    public required string Department { get; init; }

    /// <summary>Its place among the events of that delivery, by the department's count: 0 to 2^53 - 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>What the department says.</summary>
    public required DepartmentEventStatus Status { get; init; }

    /// <summary>Why, in the department's words, for the resident.</summary>
    public string? Reason { get; init; }

    /// <summary>The slug of the department that it was forwarded to, where <see cref="Status"/> says so and a department is named.</summary>
    public string? ForwardedTo { get; init; }

    /// <summary>The parts that it was split into, where <see cref="Status"/> is forwarded and several departments go on with it; else empty.</summary>
    public IReadOnlyList<SplitPart> Split { get; init; } = [];

    /// <summary>When it happened, by the department's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The event as it came, to be kept as evidence.</summary>
    public required string Compact { get; init; }

    /// <summary>The signer's chain; null where the event stands on a registered key alone.</summary>
    public VerifiedChain? Chain { get; init; }
}
