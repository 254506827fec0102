using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Submit;

internal sealed class SubmitApplicationHandler(
    ICatalogue catalogue,
    IApplicationStore store,
    IMaterialStore materials,
    LicenceLookup licences,
    ApplicationFactory factory,
    ILookupHasher hasher,
    DeliverySignal signal,
    ApplicationMetrics metrics) : ISubmitApplication
{
    private const int MaximumKey = 200;

    public async Task<Outcome<CaseView>> SubmitAsync(Applicant applicant, SubmitApplication request, CancellationToken cancellationToken)
    {
        if (request.IdempotencyKey.Length is 0 or > MaximumKey || request.IdempotencyKey.Any(character => character is < '!' or > '~'))
            return ErrorCatalogue.IdempotencyKeyMissing.With("Idempotency-Key is 1 to 200 visible ASCII characters.");

        var keyId = KeyId(applicant, request.ClientId, request.IdempotencyKey);
        var bodyHash = hasher.Hash("application-body", request.CanonicalText);
        if (await store.FindKeyAsync(keyId, cancellationToken) is { } known)
            return await RepeatAsync(known, bodyHash, cancellationToken);

        var verified = await VerifyAsync(applicant, request, cancellationToken);
        if (!verified.TryGetValue(out var application))
            return Outcome<CaseView>.Refused(verified.Errors);

        var filed = factory.Create(application, applicant, request);
        var key = new IdempotencyKey { Id = keyId, BodyHash = bodyHash, ApplicationId = filed.Id, CreatedAt = filed.SubmittedAt };
        if (!await store.AddAsync(filed, key, cancellationToken))
        {
            // The same request at the same moment: one of the two was stored, and is the answer to both.
            return await RepeatAsync((await store.FindKeyAsync(keyId, cancellationToken))!, bodyHash, cancellationToken);
        }

        metrics.Submitted(filed.EntryCode);
        signal.Raise();
        return CaseView.AsFiled(filed);
    }

    public async Task<CaseView?> FindFiledAsync(
        Applicant applicant, string? clientId, string idempotencyKey, CancellationToken cancellationToken) =>
        await store.FindKeyAsync(KeyId(applicant, clientId, idempotencyKey), cancellationToken) is { } key
            ? CaseView.Of((await store.FindByIdAsync(key.ApplicationId, cancellationToken))!)
            : null;

    public async Task<Outcome<PrefilledForm>> PrefillAsync(Applicant applicant, string code, CancellationToken cancellationToken)
    {
        if (!catalogue.Find(code).TryGetValue(out var entry))
            return ErrorCatalogue.ItemUnknown.With("There is no item or bundle of this code.");

        var facts = new KnownFacts(applicant.Identity, await licences.FindAsync(applicant, entry.Items, cancellationToken));
        var needs = EntryNeeds.Of(entry);
        return new PrefilledForm(
            needs.Fields.Select(field => (field.Name, Value: facts.ValueOf(field))).Where(field => field.Value is not null)
                .ToDictionary(field => field.Name, field => field.Value!, StringComparer.Ordinal),
            needs.Documents.Where(facts.Waives).Select(document => document.Slug).ToHashSet(StringComparer.Ordinal));
    }

    private string KeyId(Applicant applicant, string? clientId, string key) =>
        hasher.Hash("idempotency-key", $"{applicant.ResidentId}\n{clientId}\n{key}");

    private async Task<Outcome<CaseView>> RepeatAsync(IdempotencyKey key, string bodyHash, CancellationToken cancellationToken) =>
        key.BodyHash == bodyHash
            ? CaseView.AsFiled((await store.FindByIdAsync(key.ApplicationId, cancellationToken))!)
            : ErrorCatalogue.IdempotencyKeyReused.With("Another application was filed under this key.");

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
        var held = await licences.FindAsync(applicant, entry.Items, cancellationToken);
        var uploads = await materials.FindAsync(
            applicant.ResidentId, [.. request.Materials.Select(material => material.Id)], cancellationToken);
        return SubmitApplicationValidator.Validate(entry, catalogue.Version, new(applicant.Identity, held), request, uploads);
    }

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
