using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Applications.Clock;

/// <summary>How a clock moves: with its delivery, and with the days (ADR 0023).</summary>
internal static class ClockMachine
{
    /// <summary>How many working days before the end it is told that the end is near.</summary>
    private const int SoonBefore = 2;

    /// <summary>Sets what is to be told next, for a clock that was just made.</summary>
    public static DeliveryClock Started(this DeliveryClock clock, WorkingCalendar calendar)
    {
        clock.LooksOn = NextLook(clock, calendar);
        return clock;
    }

    /// <summary>The delivery has moved. True where this was the department's decision.</summary>
    public static bool Follow(this DeliveryClock clock, DeliveryStanding delivery, DateOnly today, WorkingCalendar calendar)
    {
        var decidedBefore = clock.Decided;
        if (delivery.Told is not null || delivery.Status is DeliveryStatus.Accepted or DeliveryStatus.Rejected or DeliveryStatus.Forwarded)
            clock.AnsweredOn ??= today;

        clock.Decided = delivery.Status == DeliveryStatus.Rejected || delivery.Says(DepartmentEventStatus.Completed);
        // What was passed on outside the hub has no other clock here: this one goes on.
        var ended = clock.Decided || delivery.IsPassedOn || delivery.Status == DeliveryStatus.Withdrawn;
        clock.EndedOn = ended ? clock.EndedOn ?? today : null;
        if (!ended && delivery.Says(DepartmentEventStatus.ActionNeeded))
            clock.StoppedOn ??= today;
        else
            Resume(clock, today, calendar);

        clock.LooksOn = NextLook(clock, calendar);
        return clock.Decided && !decidedBefore;
    }

    /// <summary>What is to be told on this day, each once: words of <see cref="CaseEvents"/>.</summary>
    public static IReadOnlyList<string> Look(this DeliveryClock clock, DateOnly today, WorkingCalendar calendar)
    {
        var said = new List<string>();
        if (clock.State == ClockState.Running)
        {
            if (clock.AnsweredOn is null && clock.AnswerBy < today && Tell(clock, ClockWarnings.AnswerOverdue))
                said.Add(CaseEvents.AnswerOverdue);
            if (clock.DecideBy < today)
            {
                // Where nobody looked in time, that it is near is no news any more.
                clock.Told |= ClockWarnings.DueSoon;
                if (Tell(clock, ClockWarnings.Overdue))
                    said.Add(CaseEvents.Overdue);
            }
            else if (SoonFrom(clock, calendar) is { } soon && soon <= today && Tell(clock, ClockWarnings.DueSoon))
            {
                said.Add(CaseEvents.DueSoon);
            }
        }

        clock.LooksOn = NextLook(clock, calendar);
        return said;
    }

    /// <summary>Time for the applicant's corrections does not count. A deadline that had passed before stays where it was.</summary>
    private static void Resume(DeliveryClock clock, DateOnly today, WorkingCalendar calendar)
    {
        if (clock.StoppedOn is { } stopped && stopped <= clock.DecideBy)
            clock.DecideBy = calendar.AddWorkingDays(clock.DecideBy, calendar.WorkingDaysBetween(stopped, today));
        clock.StoppedOn = null;
    }

    private static bool Tell(DeliveryClock clock, ClockWarnings what)
    {
        if (clock.Told.HasFlag(what))
            return false;
        clock.Told |= what;
        return true;
    }

    private static DateOnly? NextLook(DeliveryClock clock, WorkingCalendar calendar)
    {
        if (clock.State != ClockState.Running)
            return null;
        var days = new List<DateOnly>();
        if (clock.AnsweredOn is null && !clock.Told.HasFlag(ClockWarnings.AnswerOverdue))
            days.Add(clock.AnswerBy.AddDays(1));
        if (!clock.Told.HasFlag(ClockWarnings.DueSoon) && SoonFrom(clock, calendar) is { } soon)
            days.Add(soon);
        if (!clock.Told.HasFlag(ClockWarnings.Overdue))
            days.Add(clock.DecideBy.AddDays(1));
        return days.Count > 0 ? days.Min() : null;
    }

    /// <summary>Null where the whole term is no longer than the warning.</summary>
    private static DateOnly? SoonFrom(DeliveryClock clock, WorkingCalendar calendar)
    {
        var soon = calendar.AddWorkingDays(clock.DecideBy, -SoonBefore);
        return soon > clock.ReceivedOn ? soon : null;
    }
}
