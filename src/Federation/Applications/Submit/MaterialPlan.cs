using CrossBorder.Federation.Applications.Commitments;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>How each material of an item is settled: proved, uploaded, committed to or deferred; or why it is not.</summary>
internal static class MaterialPlan
{
    public static IReadOnlyList<SettledMaterial> Settle(
        ServiceItem item, KnownFacts facts, SubmitApplication request, IReadOnlyList<UploadedMaterial> uploads, List<Error> errors)
    {
        var settled = new List<SettledMaterial>();
        foreach (var document in item.Documents)
        {
            var own = uploads.Where(upload => upload.Slug == document.Slug
                && request.Materials.Any(reference => reference.Id == upload.Id && reference.Slug == upload.Slug)).ToList();
            if (own.Count > 0)
                settled.AddRange(own.Select(upload => new SettledMaterial(document.Slug, Settlement.Uploaded, upload)));
            else if (facts.Waives(document))
                settled.Add(new(document.Slug, document.WaivableBy == Waiver.VerifiedIdentity ? Settlement.Identity : Settlement.Licence, null));
            else if (document.WaivableBy == Waiver.Commitment && request.Commitments.Contains(document.Slug))
                settled.Add(new(document.Slug, Settlement.Commitment, null, CommitmentText.Find(document, request.Shown.GetValueOrDefault(document.Slug))));
            else if (document.Deferrable && request.Deferred.Contains(document.Slug))
                settled.Add(new(document.Slug, Settlement.Deferred, null));
            // An id that is unknown was told already; the same material twice would only confuse.
            else if (request.Materials.All(reference => reference.Slug != document.Slug))
                errors.Add(ErrorCatalogue.MaterialMissing.With($"The material '{document.Slug}' is missing.{facts.Why(document.WaivableBy == Waiver.ElectronicLicence)}", $"/materials/{document.Slug}"));
        }

        return settled;
    }
}

/// <param name="Agreed">The words committed to, where a commitment settles it.</param>
internal sealed record SettledMaterial(string Slug, Settlement How, UploadedMaterial? Upload, CommitmentText? Agreed = null);

internal enum Settlement
{
    Identity,
    Licence,
    Uploaded,
    Commitment,
    Deferred,
}
