namespace CrossBorder.Federation.Applications;

/// <summary>One line of a case's timeline. The hub writes no personal data into it; what a department wrote as a reason rests sealed.</summary>
internal sealed class CaseEvent
{
    public long Id { get; init; }

    public required string ApplicationId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Where it happened: <c>hub</c>, or the slug of a department.</summary>
    public required string Hop { get; init; }

    /// <summary>What happened, such as <c>accepted</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Why: a code of the catalogue, the department's reference, an item's code, or a department's words to the resident.</summary>
    public string? Reason { get; init; }

    /// <summary>The department that goes on with it, where one was named.</summary>
    public string? ForwardedTo { get; init; }
}

internal static class CaseEvents
{
    public const string Hub = "hub";

    public const string Submitted = "submitted";
    public const string CounterOnly = "counter_only";
    public const string Delayed = "delayed";
    public const string ReceiptRefused = "receipt_refused";
    public const string Quarantined = "quarantined";
    public const string Released = "released";
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";
    public const string Withdrawn = "withdrawn";
    public const string ActionNeeded = "action_needed";
    public const string Forwarded = "forwarded";
    public const string Completed = "completed";
    public const string AnswerOverdue = "answer_overdue";
    public const string DueSoon = "due_soon";
    public const string Overdue = "overdue";
    /// <summary>Waits for another delivery of its bundle; the reason is that one's item.</summary>
    public const string Waits = "waits";

    /// <summary>Everything before it is accepted.</summary>
    public const string TurnCame = "turn_came";

    /// <summary>Never goes out, for one before it was turned down or taken back; the reason is that one's item.</summary>
    public const string NotSent = "not_sent";
    public const string DeferralReminder = "deferral_reminder";
    public const string DeferralOverdue = "deferral_overdue";
    public const string Supplemented = "supplemented";
    public const string SupplementReceived = "supplement_received";
    public const string SupplementRefused = "supplement_refused";
    public const string WithdrawalReceived = "withdrawal_received";
}
