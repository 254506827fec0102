using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Submit;

internal sealed class SubmitApplicationHandler(
    ICatalogue catalogue, IMaterialStore materials, LicenceLookup licences, FileApplication filing) : ISubmitApplication
{
    public Task<Outcome<CaseView>> SubmitAsync(Applicant applicant, SubmitApplication request, CancellationToken cancellationToken) =>
        filing.FileAsync(
            applicant, new Filing(request.IdempotencyKey, request.ClientId, request.CanonicalText),
            () => VerifyAsync(applicant, request, cancellationToken), cancellationToken);

    public Task<CaseView?> FindFiledAsync(Applicant applicant, string? clientId, string idempotencyKey, CancellationToken cancellationToken) =>
        filing.FindAsync(applicant, clientId, idempotencyKey, cancellationToken);

    public async Task<Outcome<PrefilledForm>> PrefillAsync(Applicant applicant, string code, CancellationToken cancellationToken)
    {
        if (!catalogue.Find(code).TryGetValue(out var entry))
            return ErrorCatalogue.ItemUnknown.With("There is no item or bundle of this code.");

        var facts = await KnowAsync(applicant, clientId: null, entry, cancellationToken);
        var needs = EntryNeeds.Of(entry);
        return new PrefilledForm(
            needs.Fields.Select(field => (field.Name, Value: facts.ValueOf(field))).Where(field => field.Value is not null)
                .ToDictionary(field => field.Name, field => field.Value!, StringComparer.Ordinal),
            needs.Documents.Where(facts.Waives).Select(document => document.Slug).ToHashSet(StringComparer.Ordinal));
    }

    private async Task<Outcome<VerifiedApplication>> VerifyAsync(
        Applicant applicant, SubmitApplication request, CancellationToken cancellationToken)
    {
        var found = FindEntry(request);
        if (!found.TryGetValue(out var entry))
            return Outcome<VerifiedApplication>.Refused(found.Errors);
        if (!entry.Online)
            return ErrorCatalogue.ItemNotOnline.With($"'{entry.Code}' is done at a counter only.", entry.Item is null ? "/bundle" : "/item");
        if (applicant.Assurance < entry.FilingLoa)
            return ErrorCatalogue.AssuranceInsufficient.With(entry.FilingLoa.ToUrn());

        // Fetched before the transaction: nothing foreign is called inside it.
        var facts = await KnowAsync(applicant, request.ClientId, entry, cancellationToken);
        var uploads = await materials.FindAsync(
            applicant.ResidentId, [.. request.Materials.Select(material => material.Id)], cancellationToken);
        return SubmitApplicationValidator.Validate(entry, catalogue.Version, facts, request, uploads);
    }

    private async Task<KnownFacts> KnowAsync(Applicant applicant, string? clientId, CatalogueEntry entry, CancellationToken cancellationToken) =>
        new(applicant.Identity, await licences.FindAsync(applicant, clientId, entry.Items, cancellationToken)) { MayLookUp = applicant.LicenceConsent is not null };

    private Outcome<CatalogueEntry> FindEntry(SubmitApplication request)
    {
        if (request is { Item: not null, Bundle: not null } or { Item: null, Bundle: null })
            return ErrorCatalogue.ApplicationItemUnknown.With("Name exactly one item or one bundle.", "/item");
        if (request.Item is { } code)
        {
            return catalogue.TryGetItem(code, out var item)
                ? CatalogueEntry.Of(item)
                : ErrorCatalogue.ApplicationItemUnknown.With("There is no item of this code.", "/item");
        }

        return catalogue.TryGetBundle(request.Bundle!, out var bundle)
            ? CatalogueEntry.Of(bundle)
            : ErrorCatalogue.ApplicationItemUnknown.With("There is no bundle of this code.", "/bundle");
    }
}
