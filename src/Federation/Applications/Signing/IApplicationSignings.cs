namespace CrossBorder.Federation.Applications.Signing;

/// <summary>Where signings lie until they are used or over.</summary>
internal interface IApplicationSignings
{
    Task AddAsync(ApplicationSigning signing, CancellationToken cancellationToken);

    /// <summary>Null where there is none of that reference.</summary>
    Task<ApplicationSigning?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The resident's own at the hub's portal that wait for the signature, or are signed and not filed.</summary>
    Task<IReadOnlyList<ApplicationSigning>> UnfiledAsync(string residentId, CancellationToken cancellationToken);

    /// <summary>False where another call changed it first; nothing is kept then, and it has to be found anew.</summary>
    Task<bool> TrySaveAsync(CancellationToken cancellationToken);

    /// <summary>Number of the case that was filed with it; null where none was.</summary>
    Task<string?> CaseOfAsync(string id, CancellationToken cancellationToken);
}
