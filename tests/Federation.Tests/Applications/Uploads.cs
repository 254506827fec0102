using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Tests.Catalogue;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>Requests with what has to be handed in as a file.</summary>
internal static class Uploads
{
    public static async Task<SubmitApplication> CompleteAsync(ApplicationsDesk desk, string code)
    {
        var needs = EntryNeeds.Of(Shipped.Catalogue.Find(code).Value);
        var materials = new List<MaterialReference>();
        foreach (var document in needs.Documents.Where(document => document is { WaivableBy: Waiver.None, Deferrable: false }))
        {
            var uploaded = await desk.UseAsync<IUploadMaterial, Outcome<UploadedMaterial>>(
                upload => upload.UploadAsync("resident-r1", document.Slug, new MemoryStream("%PDF-1.7"u8.ToArray()), default));
            materials.Add(new(document.Slug, uploaded.Value.Id));
        }

        return Requests.Complete(code) with { Materials = materials };
    }
}
