using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Homes;

/// <summary>The definitions of homes, in the current unit of work.</summary>
internal interface IHomeProviders
{
    /// <summary>All of them, the last proposed first.</summary>
    Task<IReadOnlyList<HomeProvider>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Those in force, by when they came into force.</summary>
    Task<IReadOnlyList<HomeProvider>> InForceAsync(CancellationToken cancellationToken);

    /// <summary>The numbers of those in force: a definition never changes, so that they say all.</summary>
    Task<IReadOnlyList<Guid>> InForceIdsAsync(CancellationToken cancellationToken);

    Task<HomeProvider?> FindAsync(Guid id, CancellationToken cancellationToken);

    void Add(HomeProvider provider);

    /// <summary>How many sign-ins through that home are alive.</summary>
    Task<int> SessionsAsync(string scheme, CancellationToken cancellationToken);

    /// <summary>Sign-ins that live though officers ended their home, and did not admit it again.</summary>
    /// <param name="configured">Schemes that the settings name, whatever officers ended before: theirs live on.</param>
    /// <param name="most">How many at once.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<IReadOnlyList<OrphanedSession>> OrphansAsync(IReadOnlyCollection<string> configured, int most, CancellationToken cancellationToken);

    /// <summary>CB6164 where another officer was first.</summary>
    Task<Outcome<bool>> SaveAsync(CancellationToken cancellationToken);
}

/// <summary>A sign-in whose home is no more.</summary>
internal sealed record OrphanedSession(string Id, string ResidentId, string Home);
