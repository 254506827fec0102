using CrossBorder.Federation.Applications.Materials;

namespace CrossBorder.Federation.Applications.Supplements;

/// <summary>What comes to a case after it was filed, as it is stored.</summary>
internal interface ISupplements
{
    /// <summary>
    /// Stores that these were handed in and queues what brings them, in one transaction. False where another change of the case came first, or an
    /// upload is gone: read and decide again.
    /// </summary>
    Task<bool> AddAsync(
        Application application, IReadOnlyList<UploadedMaterial> handedIn, IReadOnlyList<Delivery.Delivery> supplements, DateTimeOffset at,
        CancellationToken cancellationToken);

    /// <summary>Deferrals that have something to tell on that day.</summary>
    Task<IReadOnlyList<(string ApplicationId, string Slug)>> DueAsync(DateOnly today, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Tells what is due, in one transaction: timeline, audit log, the resident, and once it is overdue the departments too. Null where nothing
    /// was, or another node was faster.
    /// </summary>
    Task<int?> TellAsync(string applicationId, string slug, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Materials of open cases that should have been handed in before that day, the longest overdue first.</summary>
    Task<IReadOnlyList<OverdueMaterial>> OverdueAsync(DateOnly today, int most, CancellationToken cancellationToken);
}

/// <param name="Slug">What is missing.</param>
/// <param name="Entry">Code of the item or bundle that it was left out of.</param>
/// <param name="DueOn">The last day to hand it in.</param>
internal sealed record OverdueMaterial(string CaseNumber, string Slug, string Entry, DateOnly DueOn);
