using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Keys for tokens, and what officers decide about them, in the database. Every save tells all nodes.</summary>
internal interface IManagedKeyStore
{
    /// <summary>As they stand, to be read.</summary>
    Task<IReadOnlyList<ManagedKey>> AllAsync(CancellationToken cancellationToken);

    /// <summary>The same, to be changed in this unit of work.</summary>
    Task<IReadOnlyList<ManagedKey>> TrackedAsync(CancellationToken cancellationToken);

    void Add(ManagedKey key);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<KeyStep>> StepsAsync(CancellationToken cancellationToken);

    Task<KeyStep?> FindStepAsync(Guid id, CancellationToken cancellationToken);

    void Add(KeyStep step);

    /// <summary>Stores what was added and changed, with its audit entries. CB6106 where another officer or node was faster.</summary>
    Task<Outcome<bool>> SaveAsync(CancellationToken cancellationToken);

    /// <summary>A number that grows with every save: a node that has seen it has seen all.</summary>
    Task<long> EpochAsync(CancellationToken cancellationToken);
}
