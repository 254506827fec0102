namespace CrossBorder.Federation.Officers;

/// <summary>The store of invitations.</summary>
internal interface IOfficerInvitations
{
    /// <summary>Joins the current unit of work.</summary>
    void Add(OfficerInvitation invitation);

    /// <summary>The invitation of this code that is neither used nor too old; null where there is none.</summary>
    Task<OfficerInvitation?> FindAsync(string code, CancellationToken cancellationToken);
}
