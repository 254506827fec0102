namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>The circuits of all departments, shared by all nodes.</summary>
internal interface IDepartmentCircuits
{
    /// <summary>Those through which not everything flows, by department.</summary>
    Task<IReadOnlyDictionary<string, DepartmentCircuit>> NotClosedAsync(CancellationToken cancellationToken);

    /// <summary>True for the one that may send the canary now; nobody else may before <paramref name="until"/>, unless it has ended by then.</summary>
    Task<bool> TryCanaryAsync(string department, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Counts a failure; gives how the circuit stood before and how it stands now.</summary>
    Task<(CircuitState Before, CircuitState After)> FailedAsync(string department, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Counts a verified receipt. While all is well nothing is written.</summary>
    Task<(CircuitState Before, CircuitState After)> SucceededAsync(string department, CancellationToken cancellationToken);

    /// <summary>The next canary goes then, where one is waited for.</summary>
    Task NextCanaryAsync(string department, DateTimeOffset at, CancellationToken cancellationToken);
}
