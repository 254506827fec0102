using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Events;
using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>
/// What one department gets for one item. Its id and, once signed, its envelope stay the same through all retries, so a
/// department can tell a repetition from a second application.
/// </summary>
internal sealed class Delivery
{
    public required string Id { get; init; }

    public required string ApplicationId { get; init; }

    public required string Department { get; init; }

    public required string Item { get; init; }

    public DeliveryKind Kind { get; init; }

    /// <summary>The delivery that a withdrawal takes back.</summary>
    public string? Withdraws { get; init; }

    /// <summary>The delivery that a supplement adds to.</summary>
    public string? Supplements { get; init; }

    public DeliveryStatus Status { get; set; }

    /// <summary>What the department said last by an event, by its own count; null while it has said nothing.</summary>
    public DepartmentEventStatus? Told { get; set; }

    /// <summary>The highest sequence of its events; null while there is none.</summary>
    public long? Sequence { get; set; }

    /// <summary>The delivery that was forwarded to become this one.</summary>
    public string? ForwardedFrom { get; init; }

    /// <summary>Ids of the deliveries that must be accepted before this one goes out, with spaces between; null for one that waits for none.</summary>
    public string? After { get; init; }

    public IReadOnlyList<string> Predecessors => After?.Split(' ') ?? [];

    /// <summary>The envelope's payload, fixed when the case was filed.</summary>
    public required string Payload { get; init; }

    /// <summary>JWS compact form; null until first signed.</summary>
    public string? Envelope { get; set; }

    /// <summary>Id of the hub's key that signed it.</summary>
    public string? EnvelopeKey { get; set; }

    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>When it was put into the queue, or when its turn came.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    public int Attempts { get; set; }

    /// <summary>When it is tried next.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>True where a broker confirmed that it keeps it, or the department's client fetched it, and neither a receipt nor another attempt came since.</summary>
    public bool Handed { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Code of what went wrong last; null while nothing has.</summary>
    public string? LastFault { get; set; }

    public Receipt? Receipt { get; init; }

    /// <summary>By when its department must decide; null for a notice of withdrawal, and while its turn has not come.</summary>
    public DeliveryClock? Clock { get; set; }

    public List<DepartmentEvent> Events { get; init; } = [];
}

internal enum DeliveryKind
{
    Application,
    Withdrawal,

    /// <summary>What was handed in after the application, or did not come in time.</summary>
    Supplement,
}

internal enum DeliveryStatus
{
    Queued,
    Sent,
    Accepted,
    Rejected,
    Forwarded,
    Withdrawn,
    Quarantined,

    /// <summary>Its turn has not come: the deliveries before it are not all accepted. Told to others as queued.</summary>
    Waiting,
}
