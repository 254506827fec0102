namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>Where visits lie.</summary>
internal interface IVisitStore
{
    void Add(VisitRow row);

    void Remove(VisitRow row);

    Task<VisitRow?> FindAsync(string id, CancellationToken cancellationToken);

    Task<VisitRow?> FindByReferenceAsync(string reference, CancellationToken cancellationToken);

    /// <summary>False where another call changed the same row first; nothing is kept then, and rows have to be found anew.</summary>
    Task<bool> TrySaveAsync(CancellationToken cancellationToken);
}
