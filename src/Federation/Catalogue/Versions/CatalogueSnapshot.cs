using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>The published versions in memory, read-only; replaced as a whole. Which of them counts, the clock says at each question.</summary>
internal sealed class CatalogueSnapshot(CatalogueSource source, IOptions<CatalogueOptions> options, TimeProvider clock) : ICatalogueVersions
{
    // What the settings name, for as long as nothing was taken out of the database: verbs that need none, and the checks at start.
    private readonly Lazy<ServiceCatalogue> configured = new(() => source.Read(options.Value).Value);
    private volatile HeldCatalogue[] held = [];

    public ServiceCatalogue Current => At(clock.GetUtcNow());

    public IReadOnlyCollection<ServiceCatalogue> Published => held is { Length: > 0 } all ? [.. all.Select(one => one.Catalogue)] : [configured.Value];

    public ServiceCatalogue At(DateTimeOffset moment)
    {
        var all = held;
        if (all.Length == 0)
            return configured.Value;
        // Before the first one counts, there is nothing better than it.
        for (var index = all.Length - 1; index > 0; index--)
            if (all[index].Head.EffectiveFrom <= moment)
                return all[index].Catalogue;
        return all[0].Catalogue;
    }

    public ServiceCatalogue Of(string version) =>
        held.FirstOrDefault(one => string.Equals(one.Catalogue.Version, version, StringComparison.Ordinal))?.Catalogue ?? Current;

    public void Take(IEnumerable<HeldCatalogue> published) =>
        held = [.. published.OrderBy(one => one.Head.EffectiveFrom).ThenBy(one => one.Head.PublishedAt)];
}

internal sealed record HeldCatalogue(PublishedVersion Head, ServiceCatalogue Catalogue);
