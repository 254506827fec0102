namespace CrossBorder.Federation.Officers;

/// <summary>The store of invitations.</summary>
internal interface IOfficerInvitations
{
    /// <summary>Joins the current unit of work.</summary>
    void Add(OfficerInvitation invitation);

    /// <summary>Joins the current unit of work: what was sent to this name before lets nobody in.</summary>
    Task VoidAsync(string name, CancellationToken cancellationToken);

    /// <summary>Those that are neither used nor too old, the latest end first.</summary>
    Task<IReadOnlyList<OfficerInvitation>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The invitation of this code that is neither used nor too old; null where there is none.</summary>
    Task<OfficerInvitation?> FindAsync(string code, CancellationToken cancellationToken);

    /// <summary>The same by the hash of its code.</summary>
    Task<OfficerInvitation?> FindByHashAsync(string codeHash, CancellationToken cancellationToken);
}
