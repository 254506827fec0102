using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>
/// The queue, which is a table: what was stored with the case is in it, and nothing else. A lease makes sure that of several
/// workers one hands a delivery over; a lease that ran out belongs to whoever takes it next.
/// </summary>
internal interface IDeliveryQueue
{
    /// <summary>Departments that something is due for.</summary>
    Task<IReadOnlyList<string>> DueDepartmentsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    Task<IReadOnlyList<Delivery>> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken);

    /// <summary>Stores the envelope unless there is one, and gives the one that is stored.</summary>
    Task<string> KeepEnvelopeAsync(string deliveryId, string envelope, DateTimeOffset signedAt, CancellationToken cancellationToken);

    /// <summary>Stores the receipt and moves delivery and case, in one transaction. A second receipt changes nothing.</summary>
    Task ConcludeAsync(Delivery delivery, VerifiedReceipt receipt, TrustUse? use, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Gives the lease back until the delivery is due again, and tells the timeline where the fault is a new one.</summary>
    Task PostponeAsync(Delivery delivery, Error fault, string what, DateTimeOffset dueAt, DateTimeOffset at, CancellationToken cancellationToken);
}

internal sealed record LeaseRequest(string Department, string Owner, int Count, DateTimeOffset Now, DateTimeOffset Until);
