namespace CrossBorder.Federation.Trust.Keys;

/// <summary>What clients showed about keys, in the database.</summary>
internal interface IKeyEvidence
{
    Task<IReadOnlyList<KeyEvidence>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the first and the last time of each. Its own transaction for each: nodes bring the same at the same moment.</summary>
    Task KeepAsync(IReadOnlyCollection<KeyEvidence> seen, CancellationToken cancellationToken);
}
