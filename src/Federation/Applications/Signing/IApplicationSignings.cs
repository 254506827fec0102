namespace CrossBorder.Federation.Applications.Signing;

/// <summary>Where signings lie until they are used or over.</summary>
internal interface IApplicationSignings
{
    Task AddAsync(ApplicationSigning signing, CancellationToken cancellationToken);

    /// <summary>Null where there is none of that reference.</summary>
    Task<ApplicationSigning?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// The resident's own at the hub's portal that wait for the signature, or are signed and not filed: those that ended so and were not declined
    /// included, until they are begun anew.
    /// </summary>
    Task<IReadOnlyList<ApplicationSigning>> UnfiledAsync(string residentId, CancellationToken cancellationToken);

    /// <summary>Ids of those that the hub has to look at by itself, the longest due first.</summary>
    Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Takes one that is due until then; whoever takes it and dies leaves it due again. False where another node has it.</summary>
    Task<bool> TryTakeAsync(string id, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Nothing is left to do for it: a case was filed.</summary>
    Task SettleAsync(string id, CancellationToken cancellationToken);

    /// <summary>Writes down, to be stored with the next save, that the resident is to hear that nothing was submitted.</summary>
    Task TellUnfiledAsync(ApplicationSigning signing, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>False where another call changed it first; nothing is kept then, and it has to be found anew.</summary>
    Task<bool> TrySaveAsync(CancellationToken cancellationToken);

    /// <summary>Number of the case that was filed with it; null where none was.</summary>
    Task<string?> CaseOfAsync(string id, CancellationToken cancellationToken);
}
