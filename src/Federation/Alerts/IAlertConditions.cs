namespace CrossBorder.Federation.Alerts;

/// <summary>Finds the conditions of some kinds. One that breaks leaves its alerts as they are, and hinders no other.</summary>
internal interface IAlertConditions
{
    /// <summary>Open alerts of these kinds that are not found any more have ended.</summary>
    IReadOnlySet<AlertKind> Kinds { get; }

    /// <summary>All that is so at this moment.</summary>
    Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
