using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>One thing to put right, and the control where that is done; neither field nor material where it is about the whole.</summary>
internal sealed record FormFault(ErrorDescriptor Descriptor, FormField? Field, RequiredDocument? Material)
{
    /// <summary>The id that the summary links to.</summary>
    public string? Target => Field is not null ? Names.Field(Field) : Material is not null ? Names.File(Material) : null;

    /// <summary>Finds the control by the pointer into what was asked for.</summary>
    public static FormFault Of(Error error, ApplicationForm form, SubmitApplication request)
    {
        var path = (error.Pointer ?? "").Split('/');
        var slug = path switch
        {
            [_, "materials", var place, ..] => At(request.Materials, place)?.Slug ?? place,
            [_, "commitments", var place] => At(request.Commitments, place),
            [_, "deferred", var place] => At(request.Deferred, place),
            _ => null,
        };
        return new(
            error.Descriptor,
            path is [_, "form", var name] ? form.Asked.FirstOrDefault(field => field.Name == name) : null,
            form.Materials.FirstOrDefault(material => material.Slug == slug));
    }

    private static T? At<T>(IReadOnlyList<T> list, string place)
        where T : class => int.TryParse(place, out var index) ? list.ElementAtOrDefault(index) : null;
}
