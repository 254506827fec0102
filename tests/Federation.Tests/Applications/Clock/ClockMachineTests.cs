using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Checks;
using CsCheck;

namespace CrossBorder.Federation.Tests.Applications.Clock;

/// <summary>One clock by itself: filed on 10 February 2026, a week before Spring Festival.</summary>
public sealed class ClockMachineTests
{
    private static readonly WorkingCalendar Mainland = CalendarSource.ReadShipped().Value.Of("CN");

    private static readonly DeliveryStanding Accepted = new(DeliveryStatus.Accepted, null);
    private static readonly DeliveryStanding Asked = new(DeliveryStatus.Accepted, DepartmentEventStatus.ActionNeeded);
    private static readonly DeliveryStanding Working = new(DeliveryStatus.Accepted, DepartmentEventStatus.Accepted);
    private static readonly DeliveryStanding Completed = new(DeliveryStatus.Accepted, DepartmentEventStatus.Completed);
    private static readonly DeliveryStanding Rejected = new(DeliveryStatus.Rejected, null);

    [Fact]
    public void It_tells_what_is_late_and_near_each_once()
    {
        var clock = Filed();

        Assert.Equal([], Days(clock, "2026-02-10", "2026-02-24"));
        Assert.Equal(["02-25 answer_overdue", "03-12 due_soon", "03-17 overdue"], Days(clock, "2026-02-25", "2026-05-01"));
        Assert.Null(clock.LooksOn);
    }

    [Fact]
    public void Whoever_looks_late_hears_that_it_is_overdue_and_not_that_it_was_near()
    {
        var clock = Filed();

        Assert.Equal(["answer_overdue", "overdue"], clock.Look(Day(4, 1), Mainland));
        Assert.Equal([], clock.Look(Day(4, 2), Mainland));
    }

    [Fact]
    public void A_receipt_answers_and_a_decision_ends_it()
    {
        var clock = Filed();

        Assert.False(clock.Follow(Accepted, Day(2, 11), Mainland));
        Assert.Equal((Day(2, 11), ClockState.Running), (clock.AnsweredOn, clock.State));
        Assert.True(clock.Follow(Completed, Day(3, 16), Mainland));
        Assert.Equal((ClockState.Ended, Day(3, 16), true), (clock.State, clock.EndedOn, clock.Decided));
        Assert.Equal([], Days(clock, "2026-03-16", "2026-05-01"));
        Assert.False(clock.Follow(Completed, Day(3, 20), Mainland));
        Assert.Equal(Day(3, 16), clock.EndedOn);
    }

    [Fact]
    public void Time_for_the_applicants_corrections_does_not_count()
    {
        var clock = Filed();
        clock.Follow(Accepted, Day(2, 11), Mainland);
        clock.Follow(Asked, Day(2, 13), Mainland);

        Assert.Equal(ClockState.Stopped, clock.State);
        Assert.Equal([], Days(clock, "2026-02-14", "2026-06-01"));

        // 14 and 24 to 26 February, four working days: to the fourth one after 16 March.
        clock.Follow(Working, Day(2, 26), Mainland);
        Assert.Equal((ClockState.Running, Day(3, 20), Day(3, 16)), (clock.State, clock.DecideBy, clock.FirstDecideBy));
        Assert.Equal(["03-18 due_soon", "03-21 overdue"], Days(clock, "2026-02-26", "2026-05-01"));
    }

    [Fact]
    public void Asking_the_applicant_after_the_deadline_does_not_undo_that_it_was_missed()
    {
        var clock = Filed();
        clock.Follow(Accepted, Day(2, 11), Mainland);
        clock.Follow(Asked, Day(3, 20), Mainland);

        Assert.True(clock.Follow(Rejected, Day(3, 30), Mainland));
        Assert.Equal((Day(3, 16), Day(3, 30)), (clock.DecideBy, clock.EndedOn));
    }

    [Fact]
    public void Passed_on_through_the_hub_it_ends_undecided_and_outside_the_hub_it_runs_on()
    {
        var (inside, outside) = (Filed(), Filed());
        inside.Follow(new(DeliveryStatus.Forwarded, DepartmentEventStatus.Forwarded, HasSuccessor: true), Day(2, 12), Mainland);
        outside.Follow(new(DeliveryStatus.Forwarded, DepartmentEventStatus.Forwarded), Day(2, 12), Mainland);

        Assert.Equal((ClockState.Ended, false), (inside.State, inside.Decided));
        Assert.Equal(ClockState.Running, outside.State);
    }

    [Fact]
    public void A_decision_that_is_taken_back_leaves_the_old_deadline()
    {
        var clock = Filed();
        clock.Follow(Rejected, Day(2, 12), Mainland);
        clock.Follow(Working, Day(2, 25), Mainland);

        Assert.Equal((ClockState.Running, Day(3, 16), false, null), (clock.State, clock.DecideBy, clock.Decided, clock.EndedOn));
    }

    [Fact]
    public void Whatever_happens_nothing_is_told_twice_and_every_look_is_followed_by_a_later_one()
    {
        var moves = Gen.Select(Gen.Int[0, 9], Gen.Enum<DeliveryStatus>(), Gen.Enum<DepartmentEventStatus>(), Gen.Bool, Gen.Bool);
        moves.Array[0, 30].Sample(history =>
        {
            var clock = Filed();
            var said = new List<string>();
            var today = clock.ReceivedOn;
            foreach (var (days, status, told, silent, successor) in history)
            {
                today = today.AddDays(days);
                said.AddRange(clock.Look(today, Mainland));
                if (clock.LooksOn <= today)
                    return false;
                clock.Follow(new(status, silent ? null : told, successor), today, Mainland);
                if (clock.DecideBy < clock.FirstDecideBy || !Mainland.IsWorkingDay(clock.DecideBy) || (clock.LooksOn is not null && clock.State != ClockState.Running))
                    return false;
            }

            return said.Distinct(StringComparer.Ordinal).Count() == said.Count;
        }, iter: 5_000);
    }

    [Fact]
    public void A_term_of_a_day_is_not_near_its_end_before_it_begins()
    {
        var clock = Filed(decideWithin: 1);
        Assert.Equal(["02-12 overdue"], Days(clock, "2026-02-10", "2026-02-12").Where(line => !line.Contains("answer", StringComparison.Ordinal)));
    }

    /// <summary>What is told on which day, looked at each day.</summary>
    private static List<string> Days(DeliveryClock clock, string from, string to)
    {
        var said = new List<string>();
        for (var day = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture); day <= DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture); day = day.AddDays(1))
        {
            // As the sweep does: only where the clock has asked for it.
            if (clock.LooksOn <= day)
                said.AddRange(clock.Look(day, Mainland).Select(what => $"{day:MM-dd} {what}"));
        }

        return said;
    }

    private static DeliveryClock Filed(int decideWithin = 20)
    {
        var decideBy = Mainland.AddWorkingDays(Day(2, 10), decideWithin);
        return new DeliveryClock
        {
            DeliveryId = "d", ApplicationId = "a", Department = "gd-hrss", ReceivedOn = Day(2, 10),
            AnswerBy = Mainland.AddWorkingDays(Day(2, 10), Math.Min(5, decideWithin)), FirstDecideBy = decideBy, DecideBy = decideBy,
        }.Started(Mainland);
    }

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
