using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>Gathers what an application is judged by, and judges it. Nothing is filed by it.</summary>
internal sealed class VerifyApplication(ICatalogue catalogue, IMaterialStore materials, LicenceLookup licences)
{
    public async Task<Outcome<VerifiedApplication>> VerifyAsync(
        Applicant applicant, SubmitApplication request, CancellationToken cancellationToken)
    {
        var found = FindEntry(request);
        if (!found.TryGetValue(out var entry))
            return Outcome<VerifiedApplication>.Refused(found.Errors);
        if (!entry.Online)
            return ErrorCatalogue.ItemNotOnline.With($"'{entry.Code}' is done at a counter only.", entry.Item is null ? "/bundle" : "/item");
        if (applicant.Acting is { } agent && AgentFault(agent, entry, request) is { } fault)
            return fault;
        if (applicant.Assurance < entry.FilingLoa)
            return ErrorCatalogue.AssuranceInsufficient.With(entry.FilingLoa.ToUrn());

        // Fetched before the transaction: nothing foreign is called inside it.
        var facts = await KnowAsync(applicant, request.ClientId, entry, cancellationToken);
        var uploads = await materials.FindAsync(
            applicant.ResidentId, [.. request.Materials.Select(material => material.Id)], cancellationToken);
        return SubmitApplicationValidator.Validate(entry, catalogue.Version, facts, request, uploads);
    }

    public async Task<KnownFacts> KnowAsync(Applicant applicant, string? clientId, CatalogueEntry entry, CancellationToken cancellationToken) =>
        new(applicant.Identity, await licences.FindAsync(applicant, clientId, entry, cancellationToken)) { MayLookUp = applicant.LicenceConsent is not null };

    /// <summary>What was gathered is not needed any more: an application for it is filed.</summary>
    public Task ForgetAsync(Applicant applicant, string? clientId, CatalogueEntry entry, CancellationToken cancellationToken) =>
        licences.ForgetAsync(applicant, clientId, entry, cancellationToken);

    /// <summary>Why that agent has no business with that entry, whatever they put in; null where they have.</summary>
    public static Error? EntryFault(ActingAgent agent, CatalogueEntry entry)
    {
        if (!entry.Online || !entry.Items.Where(item => item.Online).All(item => agent.Items.Contains(item.Code)))
            return ErrorCatalogue.ItemNotDelegated.With("The mandate does not name it.", entry.Item is null ? "/bundle" : "/item");
        // The catalogue may ask for more since.
        if (agent.Proved < entry.FilingLoa)
            return ErrorCatalogue.ItemNotDelegated.With("The applicant had proved less than it takes.", entry.Item is null ? "/bundle" : "/item");
        return entry.Signing == SigningNeed.None ? null : SigningIsOwn(entry);
    }

    /// <summary>What nobody does in another's name.</summary>
    private static Error? AgentFault(ActingAgent agent, CatalogueEntry entry, SubmitApplication request)
    {
        if (EntryFault(agent, entry) is { } fault)
            return fault;
        if (request.Signing is not null)
            return SigningIsOwn(entry);
        return request.Commitments.Count > 0 ? ErrorCatalogue.OwnWordNeeded.With("A commitment is the applicant's own word.", "/commitments") : null;
    }

    private static Error SigningIsOwn(CatalogueEntry entry) =>
        ErrorCatalogue.OwnWordNeeded.With("The item asks the applicant to sign or confirm.", entry.Item is null ? "/bundle" : "/item");

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
