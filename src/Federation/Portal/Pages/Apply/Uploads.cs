using CrossBorder.Federation.Portal.Uploads;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>The files that came with a form. They are stored before anything else is judged, so that nobody has to pick them a second time.</summary>
internal static class Uploads
{
    public static (Answers Answers, IReadOnlyList<FormFault> Faults) Take(ApplicationForm form, Answers answers, IReadOnlyList<PostedFile> files)
    {
        var kept = answers.Kept.ToList();
        var faults = new List<FormFault>();
        foreach (var material in form.Materials)
        {
            foreach (var file in files.Where(file => file.Slug == material.Slug))
            {
                if (file.Stored.TryGetValue(out var taken))
                    kept.Add(new(material.Slug, taken.Id, KeptMaterial.Shorten(file.FileName)));
                else
                    faults.Add(new(Explain(file.Stored.Error), null, material));
            }
        }

        return (answers with { Kept = kept }, [.. faults.Distinct()]);
    }

    // A form of ours is incomplete by a file without content, which is no kind of file.
    private static ErrorDescriptor Explain(Error error) =>
        error.Code == ErrorCatalogue.MaterialMalformed.Code ? ErrorCatalogue.MaterialTypeRefused : error.Descriptor;
}
