namespace CrossBorder.Federation.Applications.Archive;

/// <summary>Where finished cases lie in the end (ADR 0028). Whoever reads cases finds them there as before; nothing moves them any more.</summary>
internal interface ICaseArchive
{
    /// <summary>Takes finished cases of which nothing was heard since then into the archive, in one transaction.</summary>
    /// <param name="quietSince">Their last event is older.</param>
    /// <param name="most">The most that are taken at once.</param>
    /// <param name="now">The time of asking.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>How many were taken.</returns>
    Task<int> TakeAsync(DateTimeOffset quietSince, int most, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>One of them as it was; null where there is none.</summary>
    Task<Application?> FindAsync(string caseNumber, CancellationToken cancellationToken);

    Task<Application?> FindByIdAsync(string id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Application>> ListAsync(string residentId, CancellationToken cancellationToken);
}
