using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>Takes over what officers published on this node or another, and brings in what ships with the hub.</summary>
internal sealed class CatalogueWatch(
    IServiceScopeFactory scopes, CatalogueSnapshot snapshot, CatalogueSource source, IOptions<CatalogueOptions> options, TimeProvider clock, ILogger<CatalogueWatch> logger)
{
    private readonly Dictionary<string, ServiceCatalogue> read = new(StringComparer.Ordinal);
    private IReadOnlyList<PublishedVersion> seen = [];

    /// <summary>
    /// The first catalogue of a new database is the one of the settings, and counts. Later on what the settings name is a draft like any
    /// other: two officers decide about it.
    /// </summary>
    /// <exception cref="StartRefusedException">What is published cannot be read by this hub (CB1003).</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
            await SeedAsync(scope.ServiceProvider, cancellationToken);
        if (await TakeAsync(prepare: false, cancellationToken) is { } unreadable)
            throw new StartRefusedException(unreadable.ToString());
    }

    /// <summary>Makes the index of what counts since the start: the hub listens meanwhile, and whoever searches first waits for it.</summary>
    public void Prepare() => snapshot.Current.Prepare();

    /// <summary>One look: cheap where nothing has changed. What is taken over can be searched from its first moment on.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await TakeAsync(prepare: true, cancellationToken) is { } unreadable)
            Log.VersionUnreadable(logger, unreadable.Detail);
    }

    /// <summary>Takes over what is published, for those who only want to tell.</summary>
    public Task TakeAsync(CancellationToken cancellationToken) => TakeAsync(prepare: false, cancellationToken);

    private async Task SeedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<ICatalogueVersionStore>();
        var content = source.ReadContent(options.Value).Value;
        var catalogue = CatalogueReader.Read(content).Value;
        var heads = await store.HeadsAsync(cancellationToken);
        var isFirst = heads.All(head => head.State != CatalogueVersionState.Published);
        var version = isFirst ? CatalogueVersion.First(catalogue, content, clock.GetUtcNow()) : CatalogueVersion.Draft(catalogue, content, CatalogueVersion.Hub, clock.GetUtcNow());
        if (heads.FirstOrDefault(head => head.Version == catalogue.Version) is { } known)
        {
            if (known.Digest != version.Digest)
                Log.ConfiguredDiffers(logger, catalogue.Version);
            return;
        }

        store.Add(version);
        services.GetRequiredService<IAuditLog>().Record(
            isFirst ? "catalogue.published" : "catalogue.imported", AuditActors.Hub, version.Version, OfficerCatalogue.DetailsOf(version, CatalogueVersion.Hub));
        // Another node was faster: then it is there.
        if ((await store.SaveAsync(cancellationToken)).Succeeded)
            Log.VersionBroughtIn(logger, version.Version, version.State);
    }

    /// <returns>Why a version that was published was not taken; null where all were.</returns>
    private async Task<Error?> TakeAsync(bool prepare, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ICatalogueVersionStore>();
        var published = await store.PublishedAsync(cancellationToken);
        if (published.SequenceEqual(seen))
            return null;

        Error? unreadable = null;
        var taken = new List<HeldCatalogue>();
        foreach (var head in published)
        {
            if (!read.TryGetValue(head.Version, out var catalogue))
            {
                var row = await store.FindAsync(head.Version, cancellationToken);
                var outcome = CatalogueReader.Read(row!.Content);
                if (!outcome.TryGetValue(out catalogue))
                {
                    unreadable = outcome.Error;
                    continue;
                }

                read[head.Version] = catalogue;
            }

            taken.Add(new(head, catalogue));
        }

        if (prepare)
            Prepare(taken);
        snapshot.Take(taken);
        seen = published;
        Log.CataloguesTaken(logger, string.Join(", ", published.Select(head => head.Version)), snapshot.Current.Version);
        return unreadable;
    }

    // Cases of old versions need no index.
    private void Prepare(List<HeldCatalogue> taken)
    {
        var now = clock.GetUtcNow();
        var last = taken.Where(one => one.Head.EffectiveFrom <= now).MaxBy(one => one.Head.EffectiveFrom)?.Head.EffectiveFrom;
        foreach (var coming in taken.Where(one => last is null || one.Head.EffectiveFrom >= last))
            coming.Catalogue.Prepare();
    }
}
