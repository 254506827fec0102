using CrossBorder.Federation.Applications.Materials;

namespace CrossBorder.Federation.Applications.Api;

internal static class UploadMaterialEndpoint
{
    public static async Task<IResult> Handle(HttpContext context, IApplicants applicants, IUploadMaterial upload, UploadPace pace)
    {
        var caller = await Caller.FindRepresentedAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);

        var stored = await UploadParts.TakeAsync(context, applicant.ResidentId, upload, pace);
        return stored.TryGetValue(out var material)
            ? TypedResults.Json(new UploadBody(material.Id, material.Slug, material.MediaType, material.Digest), statusCode: StatusCodes.Status201Created)
            : Caller.Refuse(context, stored.Errors);
    }

    private sealed record UploadBody(string Id, string Slug, string MediaType, string Digest);
}
