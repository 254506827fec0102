using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Checks;
using CsCheck;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>Every sequence of receipts, events and withdrawals, against a model that says it in other words (docs/flows/delivery.md).</summary>
public sealed class DeliveryMachineTests
{
    private static readonly Gen<Happening> Happenings = Gen.Frequency(
        (2, Gen.Bool.Select(accepted => (Happening)new Received(accepted))),
        (6, Gen.Select(Gen.Long[0, 8], Gen.Enum<DepartmentEventStatus>(), (sequence, status) => (Happening)new Told(sequence, status))),
        (1, Gen.Const((Happening)new TakenBack())));

    private static readonly Gen<DeliveryStanding> Standings = Gen.Select(
        Gen.Enum<DeliveryStatus>(), Gen.Enum<DepartmentEventStatus>(), Gen.Bool, Gen.Bool,
        (status, told, silent, successor) => new DeliveryStanding(status, silent ? null : told, successor));

    [Fact]
    public void A_delivery_moves_as_the_model_says() =>
        Happenings.Array[0, 12].Sample(history => Run(history).Status == Model(history), iter: 20_000);

    [Fact]
    public void The_order_in_which_receipt_and_events_arrive_does_not_matter() =>
        Gen.Select(Gen.Bool, Gen.Enum<DepartmentEventStatus>().Array[0, 8], Gen.Int[0, int.MaxValue]).Sample((accepted, statuses, seed) =>
        {
            var history = statuses.Select((status, sequence) => (Happening)new Told(sequence, status)).Append(new Received(accepted)).ToArray();
            var shuffled = history.ToArray();
            for (var index = shuffled.Length - 1; index > 0; index--)
            {
                var other = (int)((uint)(seed ^ (index * 2654435761)) % (uint)(index + 1));
                (shuffled[index], shuffled[other]) = (shuffled[other], shuffled[index]);
            }

            return Run(history) == Run(shuffled);
        }, iter: 5_000);

    [Fact]
    public void What_comes_twice_changes_nothing() =>
        Happenings.Array[1, 8].Sample(history => Run([.. history, .. history.Where(what => what is not TakenBack).TakeLast(1)]) == Run(history)
            || history[^1] is TakenBack, iter: 5_000);

    [Fact]
    public void Nothing_moves_what_was_taken_back() =>
        Happenings.Array[0, 8].Sample(history => Run([new TakenBack(), .. history]).Status == DeliveryStatus.Withdrawn, iter: 5_000);

    [Fact]
    public void No_event_makes_a_delivery_signed_for() =>
        Happenings.Array[0, 12].Sample(history => history.OfType<Received>().Any()
            || Run(history).Status is DeliveryStatus.Queued or DeliveryStatus.Withdrawn, iter: 5_000);

    [Fact]
    public void A_held_delivery_stays_held_whatever_its_department_says() =>
        Happenings.Where(what => what is not TakenBack).Array[0, 8].Sample(history =>
            history.Aggregate(new DeliveryState(DeliveryStatus.Quarantined), Step).Status == DeliveryStatus.Quarantined, iter: 5_000);

    [Fact]
    public void A_case_is_what_its_deliveries_are_in_whatever_order() =>
        Standings.Array[1, 6].Sample(standings => ApplicationStatuses.Of(standings) == ApplicationStatuses.Of([.. standings.Reverse()])
            && ApplicationStatuses.Of(standings) == ApplicationStatuses.Of([.. standings, .. standings]), iter: 5_000);

    [Fact]
    public void A_case_is_completed_when_every_delivery_that_stands_is_and_only_then() =>
        Standings.Array[1, 6].Sample(standings =>
        {
            var standing = standings.Where(delivery => delivery.Status != DeliveryStatus.Withdrawn
                && !(delivery.Status == DeliveryStatus.Forwarded && delivery.HasSuccessor)).ToList();
            var done = standing.Count > 0 && standing.TrueForAll(delivery => delivery is { Status: DeliveryStatus.Accepted, Told: DepartmentEventStatus.Completed });
            return done == (ApplicationStatuses.Of(standings) == ApplicationStatus.Completed);
        }, iter: 20_000);

    [Theory]
    [InlineData("Queued", "Submitted")]
    [InlineData("Quarantined Queued", "Submitted")]
    [InlineData("Queued Accepted", "InProgress")]
    [InlineData("Accepted Accepted", "Accepted")]
    [InlineData("Accepted:Completed Accepted", "Accepted")]
    [InlineData("Accepted:Completed Accepted:Completed", "Completed")]
    [InlineData("Accepted:Completed Withdrawn", "Completed")]
    [InlineData("Accepted:Completed Forwarded>", "Completed")]
    [InlineData("Accepted:Completed Forwarded", "InProgress")]
    [InlineData("Accepted:Completed Queued", "InProgress")]
    [InlineData("Accepted:ActionNeeded Accepted:Completed", "ActionNeeded")]
    [InlineData("Accepted:ActionNeeded Queued", "ActionNeeded")]
    [InlineData("Queued:ActionNeeded", "Submitted")]
    [InlineData("Rejected", "Rejected")]
    [InlineData("Rejected Withdrawn", "Rejected")]
    [InlineData("Rejected Accepted", "ActionNeeded")]
    [InlineData("Withdrawn Withdrawn", "Withdrawn")]
    [InlineData("Forwarded", "InProgress")]
    public void A_case_follows_from_its_deliveries(string deliveries, string status)
    {
        var standings = deliveries.Split(' ').Select(word =>
        {
            var parts = word.TrimEnd('>').Split(':');
            return new DeliveryStanding(
                Enum.Parse<DeliveryStatus>(parts[0]), parts.Length > 1 ? Enum.Parse<DepartmentEventStatus>(parts[1]) : null, word.EndsWith('>'));
        });

        Assert.Equal(status, ApplicationStatuses.Of([.. standings]).ToString());
    }

    private static DeliveryState Run(IEnumerable<Happening> history) => history.Aggregate(new DeliveryState(DeliveryStatus.Queued), Step);

    private static DeliveryState Step(DeliveryState state, Happening what) => what switch
    {
        Received received => DeliveryMachine.Receipt(state, received.Accepted),
        Told told => DeliveryMachine.Event(state, told.Sequence, told.Status),
        _ => DeliveryMachine.Withdrawal(state),
    };

    /// <summary>The whole history at once: who has spoken last by count, over what was signed for first.</summary>
    private static DeliveryStatus Model(Happening[] history)
    {
        for (var at = 0; at < history.Length; at++)
        {
            if (history[at] is TakenBack && Standing(history[..at]) != DeliveryStatus.Rejected)
                return DeliveryStatus.Withdrawn;
        }

        return Standing(history);
    }

    private static DeliveryStatus Standing(Happening[] history)
    {
        if (history.OfType<Received>().FirstOrDefault() is not { } receipt)
            return DeliveryStatus.Queued;
        // Of several with one count the first holds.
        return history.OfType<Told>().MaxBy(told => told.Sequence)?.Status switch
        {
            null => receipt.Accepted ? DeliveryStatus.Accepted : DeliveryStatus.Rejected,
            DepartmentEventStatus.Rejected => DeliveryStatus.Rejected,
            DepartmentEventStatus.Forwarded => DeliveryStatus.Forwarded,
            _ => DeliveryStatus.Accepted,
        };
    }

    private abstract record Happening;

    private sealed record Received(bool Accepted) : Happening;

    private sealed record Told(long Sequence, DepartmentEventStatus Status) : Happening;

    private sealed record TakenBack : Happening;
}
