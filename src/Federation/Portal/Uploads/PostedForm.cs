using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Primitives;

namespace CrossBorder.Federation.Portal.Uploads;

/// <summary>A form that was read as it came: its fields, and files that lie in sealed pieces already.</summary>
internal sealed record PostedForm(IReadOnlyDictionary<string, StringValues> Fields, IReadOnlyList<PostedFile> Files)
{
    /// <summary>What came with this request; nothing where it brought no form of that kind.</summary>
    public static PostedForm Of(HttpContext context) => context.Features.Get<PostedForm>() ?? new(new Dictionary<string, StringValues>(), []);
}

/// <param name="Slug">The material that it is for.</param>
/// <param name="FileName">As the resident's device calls it: only ever shown back.</param>
/// <param name="Stored">The upload, or why it was refused.</param>
internal sealed record PostedFile(string Slug, string FileName, Outcome<UploadedMaterial> Stored);
