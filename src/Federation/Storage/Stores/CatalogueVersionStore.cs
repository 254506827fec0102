using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class CatalogueVersionStore(HubDbContext context) : ICatalogueVersionStore
{
    private static readonly ApplicationStatus[] Over = [ApplicationStatus.Rejected, ApplicationStatus.Completed, ApplicationStatus.Withdrawn];

    public async Task<IReadOnlyList<CatalogueHead>> HeadsAsync(CancellationToken cancellationToken) =>
        await context.Set<CatalogueVersion>().AsNoTracking().OrderByDescending(row => row.ImportedAt).ThenByDescending(row => row.Version)
            .Select(row => new CatalogueHead(
                row.Version, row.State, row.Digest, row.ImportedBy, row.ImportedAt, row.PublishedBy, row.PublishedAt, row.WithdrawnBy, row.WithdrawnAt, row.EffectiveFrom))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<PublishedVersion>> PublishedAsync(CancellationToken cancellationToken) =>
        await context.Set<CatalogueVersion>().AsNoTracking().Where(row => row.State == CatalogueVersionState.Published)
            .OrderBy(row => row.EffectiveFrom).ThenBy(row => row.PublishedAt).ThenBy(row => row.Version)
            .Select(row => new PublishedVersion(row.Version, row.EffectiveFrom!.Value, row.PublishedAt!.Value)).ToListAsync(cancellationToken);

    public Task<CatalogueVersion?> FindAsync(string version, CancellationToken cancellationToken) =>
        context.Set<CatalogueVersion>().FirstOrDefaultAsync(row => row.Version == version, cancellationToken);

    public void Add(CatalogueVersion version) => context.Add(version);

    public async Task<Outcome<bool>> SaveAsync(CancellationToken cancellationToken) => await context.TrySaveAsync(cancellationToken)
        ? true
        : ErrorCatalogue.CatalogueVersionRaced.With("Another step was stored first; nothing of this one was.");

    public async Task<IReadOnlyDictionary<string, int>> RunningAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var running = context.Set<Application>().Where(application => !Over.Contains(application.Status));
        var items = await running
            .SelectMany(application => application.Deliveries.Where(delivery => delivery.Kind == DeliveryKind.Application),
                (application, delivery) => new { application.Id, delivery.Item })
            .Where(pair => codes.Contains(pair.Item)).Distinct().GroupBy(pair => pair.Item)
            .Select(group => new { Code = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var entries = await running.Where(application => codes.Contains(application.EntryCode)).GroupBy(application => application.EntryCode)
            .Select(group => new { Code = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        // A bundle has cases of its own; an item has its own and those of bundles, which its deliveries count.
        return items.Concat(entries).GroupBy(count => count.Code, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(count => count.Count), StringComparer.Ordinal);
    }
}
