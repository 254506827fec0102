using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>What becomes different when a version counts: what two people look at before one of them publishes it.</summary>
/// <param name="ComparedWith">The version that it follows on: what counts just before it does.</param>
/// <param name="Running">Cases under way, by code of the items and bundles that are touched. They keep the version that they were filed under.</param>
/// <param name="Before">What nobody has to type or upload in the version before.</param>
/// <param name="After">The same of this one.</param>
internal sealed record CataloguePreview(
    CatalogueHead Head, string ComparedWith, IReadOnlyList<PartChange> Changes, IReadOnlyDictionary<string, int> Running,
    CatalogueShares Before, CatalogueShares After, IReadOnlyList<CatalogueConcern> Concerns);

/// <summary>What is allowed and should be known.</summary>
/// <param name="Code">Of the item or bundle that it is about.</param>
/// <param name="About">The number of cases, or the slug of the department.</param>
internal sealed record CatalogueConcern(CatalogueConcernKind Kind, string Code, string About);

internal enum CatalogueConcernKind
{
    /// <summary>It is removed while cases of it are under way.</summary>
    RemovedWithCases,

    /// <summary>It can be filed online, and no channel reaches its department: its deliveries would wait.</summary>
    NoChannel,

    /// <summary>It is removed, and the settings still give it terms (<c>Clock:Items</c>).</summary>
    TermsInSettings,
}

internal sealed class PreviewCatalogue(
    ICatalogueVersionStore store, ICatalogueVersions catalogues, IOptions<DepartmentsOptions> departments, IOptions<ClockOptions> terms, TimeProvider clock)
{
    /// <summary>CB5161; CB5165 for what this hub cannot read any more.</summary>
    public async Task<Outcome<CataloguePreview>> LookAsync(string version, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(version, cancellationToken) is not { } row)
            return ErrorCatalogue.CatalogueVersionUnknown.With("There is no version of that name.");
        var read = CatalogueReader.Read(row.Content);
        if (!read.TryGetValue(out var after))
            return Outcome<CataloguePreview>.Refused([.. read.Errors.Select(error => ErrorCatalogue.CatalogueDraftInvalid.With(error.Detail))]);

        var before = Before(row);
        var changes = CatalogueDiff.Between(before, after);
        var running = await store.RunningAsync(
            [.. changes.Where(change => change.Part is PartKind.Item or PartKind.Bundle && change.Kind != PartChangeKind.Added).Select(change => change.Code)],
            cancellationToken);
        return new CataloguePreview(
            CatalogueHead.Of(row), before.Version, changes, running, SharesOf(before), SharesOf(after), [.. Concerns(changes, after, running)]);
    }

    private ServiceCatalogue Before(CatalogueVersion row)
    {
        if (row.State == CatalogueVersionState.Published)
            return catalogues.At(row.EffectiveFrom!.Value.AddTicks(-1));
        var now = clock.GetUtcNow();
        return catalogues.At(row.EffectiveFrom > now ? row.EffectiveFrom.Value : now);
    }

    private IEnumerable<CatalogueConcern> Concerns(IReadOnlyList<PartChange> changes, ServiceCatalogue after, IReadOnlyDictionary<string, int> running)
    {
        foreach (var change in changes.Where(change => change.Part is PartKind.Item or PartKind.Bundle))
        {
            if (change.Kind == PartChangeKind.Removed && running.TryGetValue(change.Code, out var count))
                yield return new(CatalogueConcernKind.RemovedWithCases, change.Code, $"{count}");
            if (change.Kind == PartChangeKind.Removed && terms.Value.Items.Exists(item => item.Code == change.Code))
                yield return new(CatalogueConcernKind.TermsInSettings, change.Code, "Clock:Items");
            if (after.TryGetItem(change.Code, out var item) && item.Online && departments.Value.Find(item.Department.Slug) is null)
                yield return new(CatalogueConcernKind.NoChannel, change.Code, item.Department.Slug);
        }
    }

    private static CatalogueShares SharesOf(ServiceCatalogue catalogue) => CatalogueShares.Sum([.. catalogue.Items.Select(CatalogueShares.Of)]);
}
