namespace CrossBorder.Federation.Applications;

/// <summary>Cases as they are stored.</summary>
internal interface IApplicationStore
{
    Task<IdempotencyKey?> FindKeyAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Stores the case with its deliveries, its key and an audit entry, all or nothing. False where its key or its signature is taken, or an upload
    /// that it names is gone.
    /// </summary>
    Task<bool> AddAsync(Application application, IdempotencyKey key, CancellationToken cancellationToken);

    /// <summary>A case with deliveries, receipts and timeline. Of this resident, or nobody's.</summary>
    Task<Application?> FindAsync(string residentId, string caseNumber, CancellationToken cancellationToken);

    /// <summary>A case by number alone: for officers and for the hub itself.</summary>
    Task<Application?> FindAnyAsync(string caseNumber, CancellationToken cancellationToken);

    Task<Application?> FindByIdAsync(string id, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Application>> ListAsync(string residentId, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the case back: what is queued stays unsent, and <paramref name="notices"/> for what went out are queued.
    /// False where another change came first: read and decide again.
    /// </summary>
    Task<bool> WithdrawAsync(
        Application application, IReadOnlyList<Delivery.Delivery> notices, DateTimeOffset at, CancellationToken cancellationToken);
}
