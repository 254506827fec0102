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
    /// <summary>Departments that something is due for, those closed for maintenance left out.</summary>
    Task<IReadOnlyList<string>> DueDepartmentsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes what is due first, and counts an attempt for each; of a department that is closed for maintenance it takes nothing.</summary>
    Task<IReadOnlyList<Delivery>> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken);

    /// <summary>Stores the envelope unless there is one, and gives the one that is stored.</summary>
    Task<string> KeepEnvelopeAsync(string deliveryId, SignedEnvelope envelope, DateTimeOffset signedAt, CancellationToken cancellationToken);

    /// <summary>Stores the receipt and moves delivery and case, in one transaction. A second receipt changes nothing.</summary>
    /// <returns>False where a receipt was there already.</returns>
    Task<bool> ConcludeAsync(Delivery delivery, VerifiedReceipt receipt, TrustUse? use, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>A delivery that was handed to this department, of either kind; null where there is none of this id.</summary>
    Task<HandedOver?> FindAsync(string department, string deliveryId, CancellationToken cancellationToken);

    /// <summary>Notes a fault of a delivery that somebody else may hold: its lease stays as it is. The timeline is told where the fault is a new one.</summary>
    Task NoteAsync(Delivery delivery, Error fault, string what, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Gives the lease back: the envelope lies with a broker, and its receipt comes by itself. Where it does not, the delivery is due again.</summary>
    Task AwaitReceiptAsync(Delivery delivery, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>The department's client was handed these under a lease of this owner.</summary>
    Task FetchedAsync(string owner, IReadOnlyCollection<string> deliveries, CancellationToken cancellationToken);

    /// <summary>Gives the lease back until the delivery is due again, and tells the timeline where the fault is a new one.</summary>
    Task PostponeAsync(Delivery delivery, Error fault, string what, DateTimeOffset dueAt, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <param name="Department">Slug of the department.</param>
/// <param name="Owner">Who takes them; nobody else gives this lease back.</param>
/// <param name="Count">The most that are taken.</param>
/// <param name="Now">The time of asking.</param>
/// <param name="Until">When the lease runs out.</param>
/// <param name="EvenIfNotDue">True for a department that comes for them itself: the pauses between attempts to reach it are none of its waiting.</param>
internal sealed record LeaseRequest(
    string Department, string Owner, int Count, DateTimeOffset Now, DateTimeOffset Until, bool EvenIfNotDue = false);

/// <summary>A delivery whose envelope has left the hub, and its receipt where there is one.</summary>
internal sealed record HandedOver(Delivery Delivery, string Envelope, Receipt? Receipt);
