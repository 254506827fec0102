using System.Globalization;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>What officers do to the catalogue. Each step is one transaction with its audit entry; whose role may, page and verb say.</summary>
internal sealed class OfficerCatalogue(ICatalogueVersionStore store, IAuditLog audit, TimeProvider clock)
{
    /// <summary>A file of ten thousand items has some twenty.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    /// <summary>Stores a draft. CB5160, CB5164, CB5165: all that is wrong with the file.</summary>
    public async Task<Outcome<CatalogueHead>> ImportAsync(byte[] content, string officer, CancellationToken cancellationToken)
    {
        if (content.Length > LargestFile)
            return ErrorCatalogue.CatalogueDraftInvalid.With($"The file is larger than {LargestFile >> 20} MiB.");
        var read = CatalogueReader.Read(content);
        if (!read.TryGetValue(out var catalogue))
            return Outcome<CatalogueHead>.Refused([.. read.Errors.Select(error => ErrorCatalogue.CatalogueDraftInvalid.With(error.Detail))]);
        if (await store.FindAsync(catalogue.Version, cancellationToken) is not null)
            return ErrorCatalogue.CatalogueVersionKnown.With($"There is a version '{catalogue.Version}' already.");

        var version = CatalogueVersion.Draft(catalogue, content, officer, clock.GetUtcNow());
        store.Add(version);
        return await SaveAsync(version, "catalogue.imported", officer, cancellationToken);
    }

    /// <summary>CB5161, CB5162, CB5163, CB5164.</summary>
    public Task<Outcome<CatalogueHead>> PublishAsync(string version, string officer, CancellationToken cancellationToken) =>
        StepAsync(version, "catalogue.published", officer, row => row.Publish(officer, clock.GetUtcNow()), cancellationToken);

    /// <summary>CB5161, CB5162, CB5164.</summary>
    public Task<Outcome<CatalogueHead>> WithdrawAsync(string version, string officer, CancellationToken cancellationToken) =>
        StepAsync(version, "catalogue.withdrawn", officer, row => row.Withdraw(officer, clock.GetUtcNow()), cancellationToken);

    internal static Dictionary<string, string> DetailsOf(CatalogueVersion version, string actor)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal) { ["actor"] = actor, ["digest"] = version.Digest };
        if (version.EffectiveFrom is { } from)
            details["effectiveFrom"] = from.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return details;
    }

    private Task<Outcome<CatalogueHead>> StepAsync(
        string version, string kind, string officer, Func<CatalogueVersion, Outcome<CatalogueVersion>> step, CancellationToken cancellationToken) => RowStep.TakeAsync(
        store.FindAsync(version, cancellationToken), ErrorCatalogue.CatalogueVersionUnknown.With("There is no version of that name."), step,
        row => SaveAsync(row, kind, officer, cancellationToken));

    private async Task<Outcome<CatalogueHead>> SaveAsync(CatalogueVersion version, string kind, string officer, CancellationToken cancellationToken)
    {
        audit.Record(kind, AuditActors.Officer, version.Version, DetailsOf(version, officer));
        return (await store.SaveAsync(cancellationToken)).Map(_ => CatalogueHead.Of(version));
    }
}
