namespace CrossBorder.Federation.Applications.Feedback;

/// <summary>Ratings as they are stored: one for each case.</summary>
internal interface IRatings
{
    /// <summary>Null while the case has none.</summary>
    Task<CaseRating?> FindAsync(string applicationId, CancellationToken cancellationToken);

    /// <summary>Stores it, or puts it in the place of the one before, with an audit entry. True for the first of the case.</summary>
    Task<bool> KeepAsync(CaseRating rating, string caseNumber, CancellationToken cancellationToken);

    /// <summary>What residents thought, by department; a case that several worked on counts for each.</summary>
    Task<IReadOnlyList<DepartmentRating>> ByDepartmentAsync(CancellationToken cancellationToken);
}

/// <param name="Average">Of 1 to 5 stars.</param>
internal sealed record DepartmentRating(string Department, int Count, double Average);
