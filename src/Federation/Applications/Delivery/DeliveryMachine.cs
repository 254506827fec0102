using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>
/// How a delivery moves: one pure function for each thing that can happen to it (ADR 0015, docs/flows/delivery.md). Whatever order
/// receipt and events arrive in, it ends the same: of events the one with the highest sequence counts, and it counts over the receipt.
/// </summary>
internal static class DeliveryMachine
{
    /// <summary>
    /// The verified receipt is there. A second one, and one for what was taken back, changes nothing. One for what was put into quarantine while it
    /// was under way counts: it was judged by the trust list that holds now.
    /// </summary>
    public static DeliveryState Receipt(DeliveryState state, bool accepted)
    {
        if (!Waits(state.Status) && state.Status != DeliveryStatus.Quarantined)
            return state;
        return state with
        {
            Status = state.Told is { } told ? StatusOf(told) : accepted ? DeliveryStatus.Accepted : DeliveryStatus.Rejected,
        };
    }

    /// <summary>
    /// A verified event. One that does not follow the last by its sequence changes nothing. Before the receipt it is noted and the delivery
    /// goes on waiting: what was not signed for is still handed over.
    /// </summary>
    public static DeliveryState Event(DeliveryState state, long sequence, DepartmentEventStatus status)
    {
        if (sequence <= state.Sequence)
            return state;
        var concluded = state.Status is DeliveryStatus.Accepted or DeliveryStatus.Rejected or DeliveryStatus.Forwarded;
        return new(concluded ? StatusOf(status) : state.Status, status, sequence);
    }

    /// <summary>The resident takes the case back. What was turned down stays turned down.</summary>
    public static DeliveryState Withdrawal(DeliveryState state) =>
        state.Status == DeliveryStatus.Rejected ? state : state with { Status = DeliveryStatus.Withdrawn };

    /// <summary>Everything before it is accepted: it goes out.</summary>
    public static DeliveryStatus TurnCame(DeliveryStatus status) => status == DeliveryStatus.Waiting ? DeliveryStatus.Queued : status;

    /// <summary>Something before it was turned down or taken back: it never goes out, also where that is taken back again later.</summary>
    public static DeliveryStatus PredecessorEnded(DeliveryStatus status) => status == DeliveryStatus.Waiting ? DeliveryStatus.Withdrawn : status;

    /// <summary>What it rests on is not trusted any more: what has not gone out stays here.</summary>
    public static DeliveryStatus Hold(DeliveryStatus status) =>
        status is DeliveryStatus.Queued or DeliveryStatus.Waiting ? DeliveryStatus.Quarantined : status;

    /// <summary>It is trusted again. One whose turn had not come waits for it as before.</summary>
    public static DeliveryStatus LetGo(DeliveryStatus status, bool hadItsTurn) =>
        status != DeliveryStatus.Quarantined ? status : hadItsTurn ? DeliveryStatus.Queued : DeliveryStatus.Waiting;

    public static bool Waits(DeliveryStatus status) => status is DeliveryStatus.Queued or DeliveryStatus.Sent;

    private static DeliveryStatus StatusOf(DepartmentEventStatus told) => told switch
    {
        DepartmentEventStatus.Rejected => DeliveryStatus.Rejected,
        DepartmentEventStatus.Forwarded => DeliveryStatus.Forwarded,
        _ => DeliveryStatus.Accepted,
    };
}

internal readonly record struct DeliveryState(DeliveryStatus Status, DepartmentEventStatus? Told = null, long? Sequence = null);
