using CrossBorder.Federation.Applications.Delivery;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the console reads out of the database; it changes nothing.</summary>
internal interface IConsoleViews
{
    /// <summary>Newest first.</summary>
    /// <param name="before">Only entries older than this one; null for the newest.</param>
    Task<IReadOnlyList<AuditLine>> AuditAsync(AuditFilter filter, long? before, int most, CancellationToken cancellationToken);

    /// <summary>The places in the log of the entries that the filter lets through and that are linked.</summary>
    Task<IReadOnlySet<long>> AuditPlacesAsync(AuditFilter filter, CancellationToken cancellationToken);

    /// <summary>The kinds of entries that there are.</summary>
    Task<IReadOnlyList<string>> AuditKindsAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<DeliveryCount>> DeliveriesAsync(CancellationToken cancellationToken);

    /// <summary>Deliveries that failed at least once and have not arrived, the longest tried first.</summary>
    Task<IReadOnlyList<StuckDelivery>> StuckAsync(int most, CancellationToken cancellationToken);
}

/// <summary>One entry of the audit log.</summary>
internal sealed record AuditLine(long Id, DateTimeOffset At, string Kind, string ActorKind, string SubjectReference, string Details, long? Sequence);

/// <summary>So many deliveries of one department are in one state.</summary>
internal sealed record DeliveryCount(string Department, DeliveryStatus Status, int Count);

/// <summary>A delivery that does not get through. No applicant: an operator needs none.</summary>
internal sealed record StuckDelivery(string Id, string Department, string Item, DeliveryStatus Status, int Attempts, DateTimeOffset DueAt, string Fault);
