using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Submit;

internal sealed class SubmitApplicationHandler(
    ICatalogue catalogue, VerifyApplication verification, SignedApplications signed, FileApplication filing, IRepresentedLookLog looks) : ISubmitApplication
{
    public async Task<Outcome<CaseView>> SubmitAsync(Applicant applicant, SubmitApplication request, CancellationToken cancellationToken)
    {
        CatalogueEntry? verified = null;
        var filed = await filing.FileAsync(
            applicant, new Filing(request.IdempotencyKey, request.ClientId, request.CanonicalText),
            async () =>
            {
                var application = await VerifyAsync(applicant, request, cancellationToken);
                verified = application.Succeeded ? application.Value.Entry : null;
                return application;
            }, cancellationToken);
        if (filed.Succeeded && verified is not null)
            await verification.ForgetAsync(applicant, request.ClientId, verified, cancellationToken);
        return filed;
    }

    public Task<CaseView?> FindFiledAsync(Applicant applicant, string? clientId, string idempotencyKey, CancellationToken cancellationToken) =>
        filing.FindAsync(applicant, clientId, idempotencyKey, cancellationToken);

    public async Task<Outcome<PrefilledForm>> PrefillAsync(Applicant applicant, string code, CancellationToken cancellationToken)
    {
        if (!catalogue.Find(code).TryGetValue(out var entry))
            return ErrorCatalogue.ItemUnknown.With("There is no item or bundle of this code.");

        // A form shows what is known of the applicant: it is closed to whom the filing is.
        if (applicant.Acting is { } agent && VerifyApplication.EntryFault(agent, entry) is { } fault)
            return fault;

        var facts = await verification.KnowAsync(applicant, clientId: null, entry, cancellationToken);
        var needs = EntryNeeds.Of(entry);
        var known = needs.Fields.Where(field => facts.ValueOf(field) is not null).ToList();
        HashSet<string> withheld = applicant.Acting is { WithDocuments: false }
            ? [.. known.Where(field => field.Prefill is { IsDocument: true }).Select(field => field.Name)]
            : [];
        if (applicant.Acting is not null && known.Count > 0)
            await looks.RecordAsync(applicant, cancellationToken);
        return new PrefilledForm(
            known.Where(field => !withheld.Contains(field.Name)).ToDictionary(field => field.Name, field => facts.ValueOf(field)!, StringComparer.Ordinal),
            needs.Documents.Where(facts.Waives).Select(document => document.Slug).ToHashSet(StringComparer.Ordinal)) { Withheld = withheld };
    }

    private async Task<Outcome<VerifiedApplication>> VerifyAsync(Applicant applicant, SubmitApplication request, CancellationToken cancellationToken)
    {
        var verified = await verification.VerifyAsync(applicant, request, cancellationToken);
        return verified.TryGetValue(out var application)
            ? await signed.RequireAsync(applicant, request, application, cancellationToken)
            : verified;
    }
}
