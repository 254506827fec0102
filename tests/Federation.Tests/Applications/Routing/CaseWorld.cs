using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Events;
using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Tests.Applications.Routing;

/// <summary>A case as the pure functions move it: what the stores do in their transactions, without them. Deliveries are named by their place.</summary>
internal sealed class CaseWorld
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly List<Delivery> deliveries = [];
    private readonly HashSet<string> signedFor = [], hadTheirTurn = [];

    /// <param name="items">Department and item of each delivery that is filed, and the places of those before it.</param>
    public CaseWorld(params (string Department, string Item, int[] After)[] items)
    {
        foreach (var (department, item, after) in items)
        {
            deliveries.Add(new Delivery
            {
                Id = $"d{deliveries.Count}", ApplicationId = "case", Department = department, Item = item, Payload = "{}", QueuedAt = Now,
                After = after.Length > 0 ? string.Join(' ', after.Select(place => $"d{place}")) : null,
                Status = after.Length > 0 ? DeliveryStatus.Waiting : DeliveryStatus.Queued,
            });
            if (after.Length == 0)
                hadTheirTurn.Add($"d{deliveries.Count - 1}");
        }
    }

    public IReadOnlyList<Delivery> Deliveries => deliveries;

    public bool TakenBack { get; private set; }

    public ApplicationStatus Status => TakenBack ? ApplicationStatus.Withdrawn : StatusOfDeliveries;

    private ApplicationStatus StatusOfDeliveries => ApplicationStatuses.Of([.. deliveries.Select(delivery => new DeliveryStanding(
        delivery.Status, delivery.Told, deliveries.Exists(other => other.ForwardedFrom == delivery.Id)))]);

    /// <summary>Whether its department can have it, so that it may sign for it and speak of it.</summary>
    public bool WentOut(Delivery delivery) => hadTheirTurn.Contains(delivery.Id);

    public bool IsSignedFor(Delivery delivery) => signedFor.Contains(delivery.Id);

    /// <summary>False where it is refused or cannot happen: nothing has changed then.</summary>
    public bool Apply(Happening happening)
    {
        if (happening is TakeBack)
            return Withdraw();
        var delivery = deliveries[happening.Place % deliveries.Count];
        switch (happening)
        {
            case Hold:
                delivery.Status = DeliveryMachine.Hold(delivery.Status);
                break;
            case LetGo:
                delivery.Status = DeliveryMachine.LetGo(delivery.Status, WentOut(delivery));
                break;
            case SignFor signFor:
                if (!WentOut(delivery) || !signedFor.Add(delivery.Id))
                    return false;
                delivery.Status = DeliveryMachine.Receipt(State(delivery), signFor.Accepted).Status;
                break;
            case Tell tell when !WentOut(delivery) || !Hear(delivery, tell):
                return false;
        }

        foreach (var move in DeliveryOrder.Settle([.. deliveries.Select(OrderedDelivery.Of)]))
        {
            deliveries.Single(row => row.Id == move.Id).Status = move.To;
            if (move.To == DeliveryStatus.Queued)
                hadTheirTurn.Add(move.Id);
        }

        return true;
    }

    private bool Withdraw()
    {
        if (TakenBack || ApplicationStatuses.IsOver(Status))
            return false;
        foreach (var delivery in deliveries)
            delivery.Status = DeliveryMachine.Withdrawal(State(delivery)).Status;
        return TakenBack = true;
    }

    private bool Hear(Delivery delivery, Tell tell)
    {
        var after = DeliveryMachine.Event(State(delivery), tell.Sequence, tell.Status);
        if (after == State(delivery))
            return true;
        if (tell.To.Count > 0 && !TakenBack)
        {
            if (tell.To.Count == 1)
            {
                if (!Forwarding.Next(delivery, deliveries, tell.To[0], Now).TryGetValue(out var next))
                    return false;
                Add(next is null ? [] : [next]);
            }
            else
            {
                if (!Forwarding.Split(delivery, deliveries, [.. tell.To.Select(to => new SplitPart(to, null, null))], Now).TryGetValue(out var parts))
                    return false;
                Add(parts);
            }
        }

        (delivery.Status, delivery.Told, delivery.Sequence) = (after.Status, after.Told, after.Sequence);
        return true;
    }

    private void Add(IReadOnlyList<Delivery> successors)
    {
        foreach (var successor in successors)
        {
            deliveries.Add(new Delivery
            {
                Id = $"d{deliveries.Count}", ApplicationId = "case", Department = successor.Department, Item = successor.Item, Payload = "{}",
                QueuedAt = Now, ForwardedFrom = successor.ForwardedFrom,
            });
            hadTheirTurn.Add($"d{deliveries.Count - 1}");
        }
    }

    private static DeliveryState State(Delivery delivery) => new(delivery.Status, delivery.Told, delivery.Sequence);
}

/// <param name="Place">Which delivery it happens to, counted round.</param>
internal abstract record Happening(int Place);

internal sealed record SignFor(int Place, bool Accepted) : Happening(Place);

internal sealed record Tell(int Place, long Sequence, DepartmentEventStatus Status, IReadOnlyList<string> To) : Happening(Place);

internal sealed record TakeBack() : Happening(0);

internal sealed record Hold(int Place) : Happening(Place);

internal sealed record LetGo(int Place) : Happening(Place);
