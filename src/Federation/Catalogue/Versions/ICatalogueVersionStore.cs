using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>The versions of the catalogue in the database.</summary>
internal interface ICatalogueVersionStore
{
    /// <summary>All versions, the last imported first.</summary>
    Task<IReadOnlyList<CatalogueHead>> HeadsAsync(CancellationToken cancellationToken);

    /// <summary>What was published, and when each counts from: a look that is cheap, because every node takes it every second.</summary>
    Task<IReadOnlyList<PublishedVersion>> PublishedAsync(CancellationToken cancellationToken);

    /// <summary>To be changed; null where there is none.</summary>
    Task<CatalogueVersion?> FindAsync(string version, CancellationToken cancellationToken);

    void Add(CatalogueVersion version);

    /// <summary>CB5164 where another officer or node was first.</summary>
    Task<Outcome<bool>> SaveAsync(CancellationToken cancellationToken);

    /// <summary>How many cases are under way, by code of the items and bundles among these; those without are left out.</summary>
    Task<IReadOnlyDictionary<string, int>> RunningAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken);
}

/// <param name="EffectiveFrom">From when it counts.</param>
/// <param name="PublishedAt">Of two that count from the same moment, the one published later does.</param>
internal sealed record PublishedVersion(string Version, DateTimeOffset EffectiveFrom, DateTimeOffset PublishedAt);
