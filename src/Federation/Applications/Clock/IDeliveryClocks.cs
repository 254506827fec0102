namespace CrossBorder.Federation.Applications.Clock;

/// <summary>Clocks as they are stored, and what is counted over them. What moves a delivery moves its clock in the same transaction.</summary>
internal interface IDeliveryClocks
{
    /// <summary>Deliveries whose clock has something to tell on that day.</summary>
    Task<IReadOnlyList<string>> DueAsync(DateOnly today, int most, CancellationToken cancellationToken);

    /// <summary>Tells timeline and audit log what is due, in one transaction. Nothing where another node was faster.</summary>
    /// <returns>The words that were told.</returns>
    Task<IReadOnlyList<string>> TellAsync(string deliveryId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Departments with decisions that are overdue on that day.</summary>
    Task<IReadOnlyList<OverdueDecisions>> OverdueAsync(DateOnly today, CancellationToken cancellationToken);

    /// <summary>How departments keep their time: what is open on that day, and what was decided since the other.</summary>
    Task<IReadOnlyList<DepartmentPunctuality>> PunctualityAsync(DateOnly today, DateOnly since, CancellationToken cancellationToken);
}

/// <param name="Department">Slug of the department.</param>
/// <param name="Count">How many decisions are overdue.</param>
/// <param name="Oldest">The earliest of their deadlines.</param>
internal sealed record OverdueDecisions(string Department, int Count, DateOnly Oldest);

/// <param name="Department">Slug of the department.</param>
/// <param name="Open">Deliveries that are neither decided nor passed on nor taken back.</param>
/// <param name="Stopped">Of those, how many wait for the applicant.</param>
/// <param name="Unanswered">Of those, how many it has said nothing of in time.</param>
/// <param name="Overdue">Of those, how many should be decided.</param>
/// <param name="Oldest">The earliest deadline of those overdue.</param>
/// <param name="Decided">Decisions of the period.</param>
/// <param name="OnTime">Of those, how many came in time.</param>
internal sealed record DepartmentPunctuality(
    string Department, int Open, int Stopped, int Unanswered, int Overdue, DateOnly? Oldest, int Decided, int OnTime)
{
    /// <summary>0 to 1; null where nothing was decided.</summary>
    public double? Share => Decided > 0 ? (double)OnTime / Decided : null;
}
