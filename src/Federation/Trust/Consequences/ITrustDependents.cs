namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>What rests on trust, in the database, and what is done to it.</summary>
internal interface ITrustDependents
{
    Task<Dependents> FindAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Ends sessions with their tokens, quarantines deliveries and gives back those that hold again; lists each under the change that did it.
    /// One transaction, one node at a time; what is done already is not done again. Nothing is done where trust was changed after the epoch that
    /// the consequence was drawn at: a node that has not heard of a revocation would release what another has just quarantined.
    /// </summary>
    /// <returns>How many rows it touched.</returns>
    Task<int> ApplyAsync(
        Consequence consequence, Func<string?, string?, Guid> causeOf, long epoch, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What a change did, newest first.</summary>
    Task<IReadOnlyList<TrustEffect>> EffectsAsync(Guid change, int most, CancellationToken cancellationToken);

    /// <summary>How often a change did what.</summary>
    Task<IReadOnlyDictionary<TrustEffectKind, int>> CountsAsync(Guid change, CancellationToken cancellationToken);

    /// <summary>Notes that this node has taken changes over.</summary>
    Task TakenAsync(IReadOnlyCollection<Guid> changes, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>When each node took a change over.</summary>
    Task<IReadOnlyList<TrustTaking>> TakingsAsync(Guid change, CancellationToken cancellationToken);
}
