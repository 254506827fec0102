namespace CrossBorder.Federation.Applications.Clock;

/// <summary>
/// The legal deadline of one department for one delivery, in days of UTC+8 (ADR 0023). It is set when the department's time begins, and moves
/// only by the time that was spent waiting for the applicant.
/// </summary>
internal sealed class DeliveryClock
{
    public required string DeliveryId { get; init; }

    public required string ApplicationId { get; init; }

    public required string Department { get; init; }

    /// <summary>The day of receipt, which does not count.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>The last day on which the department may say whether it takes it on.</summary>
    public DateOnly AnswerBy { get; init; }

    /// <summary>The last day to decide, as it was told when the case was filed.</summary>
    public DateOnly FirstDecideBy { get; init; }

    /// <summary>The last day to decide, as it is now.</summary>
    public DateOnly DecideBy { get; set; }

    /// <summary>When the department first said anything by a receipt or an event; null while it has not.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>Since when it waits for the applicant; null while it does not.</summary>
    public DateOnly? StoppedOn { get; set; }

    /// <summary>When it was decided, passed on or taken back; null while it is open.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>True where a decision ended it.</summary>
    public bool Decided { get; set; }

    /// <summary>What was told already: each is told once.</summary>
    public ClockWarnings Told { get; set; }

    /// <summary>The next day on which there is something to tell; null while there is not.</summary>
    public DateOnly? LooksOn { get; set; }

    public ClockState State => EndedOn is not null ? ClockState.Ended : StoppedOn is not null ? ClockState.Stopped : ClockState.Running;
}

internal enum ClockState
{
    Running,
    Stopped,
    Ended,
}

[Flags]
internal enum ClockWarnings
{
    None = 0,
    AnswerOverdue = 1,
    DueSoon = 2,
    Overdue = 4,
}
