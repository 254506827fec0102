namespace CrossBorder.Federation.Accounts;

/// <summary>Residents and their links in the database. Additions rest in the current unit of work until it is saved.</summary>
internal interface IAccounts
{
    Task<HomeLink?> FindLinkAsync(string subjectHash, CancellationToken cancellationToken);

    /// <summary>The resident whom this account is linked to already, by another home; null where there is none.</summary>
    Task<string?> FindResidentAsync(string accountHash, CancellationToken cancellationToken);

    /// <summary>The person's latest review, tracked by the current unit of work; null where there is none.</summary>
    Task<ReviewItem?> FindReviewAsync(string subjectHash, CancellationToken cancellationToken);

    void Add(Resident resident);

    void Add(HomeLink link);

    void Add(LinkDecision decision);

    void Add(ReviewItem review);
}
