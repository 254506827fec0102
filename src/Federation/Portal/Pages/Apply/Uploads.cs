using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>Stores the files of a form before anything else is judged, so that nobody has to pick them a second time.</summary>
internal static class Uploads
{
    public static async Task<(Answers Answers, IReadOnlyList<FormFault> Faults)> TakeAsync(
        IUploadMaterial upload, string residentId, ApplicationForm form, Answers answers, IFormFileCollection files,
        CancellationToken cancellationToken)
    {
        var kept = answers.Kept.ToList();
        var faults = new List<FormFault>();
        foreach (var material in form.Materials)
        {
            // A browser sends an empty part for a file input that was left alone.
            foreach (var file in files.GetFiles(Names.File(material)).Where(file => file.FileName.Length > 0 || file.Length > 0))
            {
                await using var content = file.OpenReadStream();
                var stored = await upload.UploadAsync(residentId, material.Slug, content, cancellationToken);
                if (stored.TryGetValue(out var taken))
                    kept.Add(new(material.Slug, taken.Id, KeptMaterial.Shorten(file.FileName)));
                else
                    faults.Add(new(Explain(stored.Error), null, material));
            }
        }

        return (answers with { Kept = kept }, [.. faults.Distinct()]);
    }

    // The one way for a form of ours to be incomplete is a file without content, which is no kind of file.
    private static ErrorDescriptor Explain(Error error) =>
        error.Code == ErrorCatalogue.MaterialMalformed.Code ? ErrorCatalogue.MaterialTypeRefused : error.Descriptor;
}
