using CrossBorder.Federation.Applications.Commitments;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>One pure pass over a request that finds every fault, so that nobody corrects a form one error at a time.</summary>
internal static class SubmitApplicationValidator
{
    public static Outcome<VerifiedApplication> Validate(
        CatalogueEntry entry, string catalogueVersion, KnownFacts facts, SubmitApplication request, IReadOnlyList<UploadedMaterial> uploads)
    {
        var errors = new List<Error>();
        var items = entry.Items.Where(item => item.Online).ToList();
        RefuseStrangers(items, request, uploads, errors);

        var parts = items.ConvertAll(item => new VerifiedPart(
            item,
            ItemForm.Fill(item, facts, request.Form, errors),
            MaterialPlan.Settle(item, facts, request, uploads, errors)));

        // Items of a bundle share fields and materials: one fault each.
        var distinct = errors.DistinctBy(error => (error.Code, error.Pointer)).ToList();
        return distinct.Count > 0
            ? Outcome<VerifiedApplication>.Refused(distinct)
            : new VerifiedApplication(entry, catalogueVersion, parts, [.. entry.Items.Where(item => !item.Online)]);
    }

    private static void RefuseStrangers(
        List<ServiceItem> items, SubmitApplication request, IReadOnlyList<UploadedMaterial> uploads, List<Error> errors)
    {
        var fields = items.SelectMany(item => item.Fields).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in request.Form.Keys.Where(name => !fields.Contains(name)))
            errors.Add(ErrorCatalogue.FieldUnknown.With("The item does not ask for this field.", ItemForm.Pointer(name)));

        var documents = items.SelectMany(item => item.Documents).DistinctBy(document => document.Slug).ToDictionary(document => document.Slug);
        for (var index = 0; index < request.Materials.Count; index++)
        {
            var (slug, id) = request.Materials[index];
            if (!documents.ContainsKey(slug))
                errors.Add(ErrorCatalogue.MaterialNotAsked.With("The item does not ask for this material.", $"/materials/{index}/slug"));
            else if (!uploads.Any(upload => upload.Id == id && upload.Slug == slug))
                errors.Add(ErrorCatalogue.MaterialUnknown.With($"There is no upload of this id for '{slug}'.", $"/materials/{index}/id"));
        }

        for (var index = 0; index < request.Commitments.Count; index++)
        {
            if (!documents.TryGetValue(request.Commitments[index], out var document))
                errors.Add(ErrorCatalogue.MaterialNotAsked.With("The item does not ask for this material.", $"/commitments/{index}"));
            else if (document.WaivableBy != Waiver.Commitment)
                errors.Add(ErrorCatalogue.CommitmentNotAllowed.With($"A commitment does not replace '{document.Slug}'.", $"/commitments/{index}"));
            else if (CommitmentText.Find(document, request.Shown.GetValueOrDefault(document.Slug)) is null)
                errors.Add(ErrorCatalogue.CommitmentTextOther.With($"The text shown for '{document.Slug}' is not that of the catalogue.", $"/commitments/{index}"));
        }

        for (var index = 0; index < request.Deferred.Count; index++)
        {
            if (!documents.TryGetValue(request.Deferred[index], out var document))
                errors.Add(ErrorCatalogue.MaterialNotAsked.With("The item does not ask for this material.", $"/deferred/{index}"));
            else if (!document.Deferrable)
                errors.Add(ErrorCatalogue.DeferralNotAllowed.With($"'{document.Slug}' cannot be handed in later.", $"/deferred/{index}"));
        }
    }
}
