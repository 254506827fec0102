namespace CrossBorder.Federation.OpenIdConnect.Conformance;

/// <summary>What was counted of relying parties.</summary>
internal interface IConformanceCounts
{
    /// <summary>Adds to what was counted before, here or by other nodes: all of it or nothing. The later of two moments stays.</summary>
    Task AddAsync(IReadOnlyCollection<ConformanceCount> counts, CancellationToken cancellationToken);

    /// <summary>Of one client, from that day on.</summary>
    Task<IReadOnlyList<ConformanceCount>> OfAsync(string clientId, DateOnly from, CancellationToken cancellationToken);

    /// <summary>Forgets what is older.</summary>
    Task PruneAsync(DateOnly before, CancellationToken cancellationToken);
}
