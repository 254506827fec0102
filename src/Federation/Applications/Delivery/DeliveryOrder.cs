using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>
/// Whose turn it is in a bundle that goes out in order. Pure, as <see cref="DeliveryMachine"/>: a delivery goes out once everything before it is
/// accepted, and never where something before it was turned down or taken back.
/// </summary>
internal static class DeliveryOrder
{
    /// <summary>
    /// What moves now among the deliveries of a case, in the order in which it happens: one that ends takes those behind it along. Asked after
    /// whatever moved a delivery of the case; asked again it finds nothing.
    /// </summary>
    public static IReadOnlyList<TurnMove> Settle(IReadOnlyCollection<OrderedDelivery> deliveries)
    {
        var states = deliveries.ToDictionary(delivery => delivery.Id, StringComparer.Ordinal);
        var moves = new List<TurnMove>();
        while (states.Values.Where(delivery => delivery.Status == DeliveryStatus.Waiting)
            .Select(delivery => MoveOf(delivery, states.Values)).FirstOrDefault(move => move is not null) is { } move)
        {
            moves.Add(move);
            states[move.Id] = states[move.Id] with { Status = move.To };
        }

        return moves;
    }

    /// <summary>Those of its predecessors that still hold it back.</summary>
    public static IReadOnlyList<string> WaitsFor(OrderedDelivery delivery, IReadOnlyCollection<OrderedDelivery> all) =>
        delivery.Status == DeliveryStatus.Waiting ? [.. delivery.After.Where(before => StandingOf(before, all) != Standing.Accepted)] : [];

    private static TurnMove? MoveOf(OrderedDelivery delivery, IReadOnlyCollection<OrderedDelivery> all)
    {
        var standings = delivery.After.Select(before => (Id: before, Standing: StandingOf(before, all))).ToList();
        if (standings.Find(before => before.Standing == Standing.Over).Id is { } over)
            return new(delivery.Id, DeliveryMachine.PredecessorEnded(DeliveryStatus.Waiting), over);
        return standings.TrueForAll(before => before.Standing == Standing.Accepted)
            ? new(delivery.Id, DeliveryMachine.TurnCame(DeliveryStatus.Waiting), null)
            : null;
    }

    /// <summary>How the matter of a delivery stands: where it was passed on, every part of it counts.</summary>
    private static Standing StandingOf(string id, IReadOnlyCollection<OrderedDelivery> all)
    {
        var standings = PartsOf(id, all).ToList();
        if (standings.Exists(part => part.Status is DeliveryStatus.Rejected or DeliveryStatus.Withdrawn))
            return Standing.Over;
        // What the department still asks for may yet be its reason to turn it down.
        return standings.TrueForAll(part => part.Status == DeliveryStatus.Accepted && part.Told != DepartmentEventStatus.ActionNeeded)
            ? Standing.Accepted
            : Standing.Open;
    }

    private static IEnumerable<OrderedDelivery> PartsOf(string id, IReadOnlyCollection<OrderedDelivery> all)
    {
        var successors = all.Where(delivery => delivery.ForwardedFrom == id).SelectMany(successor => PartsOf(successor.Id, all));
        var passedOn = all.Any(delivery => delivery.ForwardedFrom == id);
        return all.Where(delivery => delivery.Id == id && !(passedOn && delivery.Status == DeliveryStatus.Forwarded)).Concat(successors);
    }

    private enum Standing
    {
        Open,
        Accepted,
        Over,
    }
}

/// <summary>As much of a delivery as the order asks for.</summary>
internal sealed record OrderedDelivery(
    string Id, DeliveryStatus Status, DepartmentEventStatus? Told, string? ForwardedFrom, IReadOnlyList<string> After)
{
    public static OrderedDelivery Of(Delivery delivery) => new(delivery.Id, delivery.Status, delivery.Told, delivery.ForwardedFrom, delivery.Predecessors);
}

/// <param name="Id">The delivery that moves.</param>
/// <param name="To">Queued, or withdrawn.</param>
/// <param name="Because">Id of the delivery before it that was turned down or taken back; null where its turn came.</param>
internal sealed record TurnMove(string Id, DeliveryStatus To, string? Because);
