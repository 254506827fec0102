namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>Maintenance windows as they are stored. What the queue hands out asks the same rows.</summary>
internal interface IMaintenanceWindows
{
    /// <summary>Those that are under way or yet to come, the next first.</summary>
    Task<IReadOnlyList<MaintenanceWindow>> ComingAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Until when each department is closed that is closed now.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> ClosedAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>One that is under way or yet to come; null where there is none of this id.</summary>
    Task<MaintenanceWindow?> FindAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken);

    void Add(MaintenanceWindow window);

    /// <summary>
    /// Stores those that are not there yet, whatever became of the others; and takes away what the same planned before, does not plan any more and
    /// has not begun.
    /// </summary>
    Task PlanAsync(string by, IReadOnlyList<MaintenanceWindow> planned, DateTimeOffset now, CancellationToken cancellationToken);

    Task SaveAsync(CancellationToken cancellationToken);
}
