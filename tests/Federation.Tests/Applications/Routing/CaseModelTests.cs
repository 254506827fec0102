using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Checks;
using CsCheck;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications.Routing;

/// <summary>
/// What holds of a whole case after every sequence of receipts, events, forwarding, splits, withdrawals and quarantine, with deliveries that wait for
/// one another: said here of what is seen, not in the words of the functions that make it so.
/// </summary>
public sealed class CaseModelTests
{
    private const int Many = 5_000;

    [Fact]
    public void Nothing_goes_out_before_all_that_comes_first_is_accepted() => Each(step =>
    {
        foreach (var delivery in step.After.Deliveries.Where(delivery => delivery.After is not null && delivery.Status == DeliveryStatus.Queued))
        {
            if (!step.Before.TryGetValue(delivery.Id, out var before) || before.HadItsTurn)
                continue;
            if (!delivery.Predecessors.All(first => Ends(first, step.After).All(end => end.Status == DeliveryStatus.Accepted && end.Told != DepartmentEventStatus.ActionNeeded)))
                return false;
        }

        return true;
    });

    [Fact]
    public void Nothing_waits_for_what_is_over() => Each(step => step.After.Deliveries
        .Where(delivery => delivery.Status == DeliveryStatus.Waiting)
        .All(delivery => delivery.Predecessors.All(before => Ends(before, step.After)
            .All(end => end.Status is not (DeliveryStatus.Rejected or DeliveryStatus.Withdrawn)))));

    [Fact]
    public void Nothing_waits_where_everything_before_it_is_accepted() => Each(step => step.After.Deliveries
        .Where(delivery => delivery.Status == DeliveryStatus.Waiting)
        .All(delivery => delivery.Predecessors.Any(before => Ends(before, step.After)
            .Any(end => end.Status != DeliveryStatus.Accepted || end.Told == DepartmentEventStatus.ActionNeeded))));

    [Fact]
    public void What_waits_or_never_went_out_was_signed_for_by_nobody() => Each(step => step.After.Deliveries
        .Where(delivery => delivery.Status == DeliveryStatus.Waiting).All(delivery => !step.After.IsSignedFor(delivery) && delivery.Told is null));

    [Fact]
    public void What_is_taken_back_stays_so_and_a_case_that_is_taken_back_too() => Each(step =>
        step.Before.Where(before => before.Value.Status == DeliveryStatus.Withdrawn).All(before => step.After.Deliveries.Single(row => row.Id == before.Key).Status == DeliveryStatus.Withdrawn)
        && (step.StatusBefore != ApplicationStatus.Withdrawn || !step.WasTakenBack || step.After.Status == ApplicationStatus.Withdrawn));

    [Fact]
    public void Once_it_is_taken_back_nothing_is_queued_any_more() => Each(step => !step.After.TakenBack
        || step.After.Deliveries.All(delivery => delivery.Status is DeliveryStatus.Withdrawn or DeliveryStatus.Rejected or DeliveryStatus.Accepted or DeliveryStatus.Forwarded));

    [Fact]
    public void No_receipt_and_no_event_counts_twice() => Histories.All.Sample(history =>
    {
        var world = World();
        foreach (var happening in history)
        {
            world.Apply(happening);
            var once = Picture(world);
            if (happening is not (SignFor or Tell { To.Count: 0 }))
                continue;
            world.Apply(happening);
            if (Picture(world) != once)
                return false;
        }

        return true;
    }, iter: Many);

    [Fact]
    public void The_first_receipt_stands_also_where_a_second_says_otherwise() => Histories.All.Sample(history =>
    {
        var (one, other) = (World(), World());
        foreach (var happening in history)
        {
            one.Apply(happening);
            other.Apply(happening);
            if (happening is SignFor signed)
                other.Apply(signed with { Accepted = !signed.Accepted });
        }

        // The contradiction was told to a delivery that was signed for, or could not be.
        return Picture(one) == Picture(other);
    }, iter: Many);

    [Fact]
    public void It_never_goes_round_nor_on_and_on() => Each(step =>
    {
        if (step.After.Deliveries.Count > 100)
            return false;
        foreach (var delivery in step.After.Deliveries)
        {
            var path = Path(delivery, step.After).ToList();
            // A department may keep a part of what it split, and have it twice in a row so.
            var places = path.Where((row, index) => index == 0 || path[index - 1].Department != row.Department).Select(row => row.Department).ToList();
            if (path.Count > 6 || places.Distinct().Count() != places.Count)
                return false;
        }

        return true;
    });

    [Fact]
    public void Once_everybody_accepts_everything_nothing_is_left_waiting() => Histories.All.Sample(history =>
    {
        var world = World();
        foreach (var happening in history)
            world.Apply(happening);
        // All is let go, signed for and settled, as long as there is something to do.
        for (var round = 0; round < 8; round++)
        {
            for (var place = 0; place < world.Deliveries.Count; place++)
            {
                world.Apply(new LetGo(place));
                world.Apply(new SignFor(place, true));
                if (world.Deliveries[place] is { Told: { } told } spoken && (told == DepartmentEventStatus.ActionNeeded
                    || (told == DepartmentEventStatus.Forwarded && world.Deliveries.All(other => other.ForwardedFrom != spoken.Id))))
                    world.Apply(new Tell(place, 100 + round, DepartmentEventStatus.Accepted, []));
            }
        }

        return world.Deliveries.All(delivery => delivery.Status is not (DeliveryStatus.Waiting or DeliveryStatus.Queued or DeliveryStatus.Quarantined))
            && world.Status is not (ApplicationStatus.Submitted or ApplicationStatus.InProgress);
    }, iter: Many);

    /// <summary>A chain, one beside it, and one that waits for both ends.</summary>
    private static CaseWorld World() => new(
        ("gd-hrss", "a", []), ("gd-mhsa", "b", []), ("gz-hrss", "c", [0]), ("gd-hrss", "d", [2]), ("gd-civil", "e", [1, 3]));

    private static void Each(Func<Step, bool> holds) => Histories.All.Sample(history =>
    {
        var world = World();
        foreach (var happening in history)
        {
            var before = world.Deliveries.ToDictionary(delivery => delivery.Id, delivery => (delivery.Status, world.WentOut(delivery)), StringComparer.Ordinal);
            var (status, takenBack) = (world.Status, world.TakenBack);
            world.Apply(happening);
            if (!holds(new Step(before, status, takenBack, world)))
                return false;
        }

        return true;
    }, iter: Many);

    /// <summary>Where the matter of a delivery has come to: itself, or what it was passed on as.</summary>
    private static IEnumerable<Delivery> Ends(string id, CaseWorld world)
    {
        var next = world.Deliveries.Where(delivery => delivery.ForwardedFrom == id).ToList();
        var own = world.Deliveries.Single(delivery => delivery.Id == id);
        return next.Count == 0 ? [own]
            : own.Status == DeliveryStatus.Forwarded ? next.SelectMany(delivery => Ends(delivery.Id, world))
            : next.SelectMany(delivery => Ends(delivery.Id, world)).Prepend(own);
    }

    private static IEnumerable<Delivery> Path(Delivery delivery, CaseWorld world)
    {
        for (var step = delivery; step is not null; step = world.Deliveries.FirstOrDefault(other => other.Id == step.ForwardedFrom))
            yield return step;
    }

    private static string Picture(CaseWorld world) => world.Status + " " + string.Join(
        ' ', world.Deliveries.Select(delivery => $"{delivery.Id}:{delivery.Department}:{delivery.Status}:{delivery.Told}:{delivery.Sequence}"));

    private sealed record Step(IReadOnlyDictionary<string, (DeliveryStatus Status, bool HadItsTurn)> Before, ApplicationStatus StatusBefore, bool WasTakenBack, CaseWorld After);
}
