using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Pickup;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Net.Http.Headers;

namespace CrossBorder.Federation.Applications.Api;

/// <summary>Where the <c>url</c> of a material in an envelope leads: for the department that got the envelope, and for nobody else.</summary>
internal static class DeliveredMaterialEndpoint
{
    public static async Task<IResult> Handle(HttpContext context, DepartmentClients clients, IMaterialStore materials, string slug, string delivery, string material)
    {
        var file = clients.BelongsTo(Caller.ClientId(context), slug)
            ? await materials.ReadDeliveredAsync(slug, delivery, material, context.RequestAborted)
            : null;
        if (file is null)
            return Problems.From(ErrorCatalogue.DeliveredMaterialUnknown.With("No delivery to this department holds such a material."), context);

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        // A line that breaks costs the rest and not the whole: the tag is the digest that the envelope names, and no other content has it.
        return TypedResults.Stream(
            file.Content, file.MediaType, fileDownloadName: $"{file.Slug}-{material}", enableRangeProcessing: true,
            entityTag: new EntityTagHeaderValue($"\"{file.Digest}\""));
    }
}
