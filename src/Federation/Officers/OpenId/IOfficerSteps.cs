namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>The store of steps that wait for a proof.</summary>
internal interface IOfficerSteps
{
    /// <summary>Joins the current unit of work.</summary>
    void Add(OfficerStep step);

    /// <summary>Tracked by the current unit of work; null where there is none, or its time is over.</summary>
    Task<OfficerStep?> FindAsync(string id, CancellationToken cancellationToken);
}
