using System.Text.Json;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Submit;

namespace CrossBorder.Federation.Applications.Supplements;

/// <summary>What a case asked of its applicant for one item, as it was filed: the catalogue may have changed since.</summary>
/// <param name="Materials">How each material was settled, words of <see cref="Settlement"/>.</param>
internal sealed record FiledPart(string Item, string Department, IReadOnlyList<FiledMaterial> Materials)
{
    public static IReadOnlyList<FiledPart> Of(Application application) =>
        JsonSerializer.Deserialize<Filed>(application.Content, JsonSerializerOptions.Web)!.Parts;

    public bool Asks(string slug) => Materials.Any(material => material.Slug == slug);

    public bool Deferred(string slug) => Materials.Any(material => material.Slug == slug && material.How == nameof(Settlement.Deferred));

    /// <summary>The deliveries that somebody works on, with their parts: neither turned down nor taken back, and not passed on to another.</summary>
    public static IReadOnlyList<(Delivery.Delivery Delivery, FiledPart Part)> Standing(Application application)
    {
        var parts = Of(application);
        return
        [
            .. from delivery in application.Deliveries
               where delivery.Kind == DeliveryKind.Application && delivery.Status is not (DeliveryStatus.Rejected or DeliveryStatus.Withdrawn)
                   && application.Deliveries.TrueForAll(other => other.ForwardedFrom != delivery.Id)
               let part = parts.FirstOrDefault(part => part.Item == delivery.Item)
               where part is not null
               select (delivery, part),
        ];
    }

    private sealed record Filed(IReadOnlyList<FiledPart> Parts);
}

internal sealed record FiledMaterial(string Slug, string How);
