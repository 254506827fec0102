using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Supplements;

/// <summary>Makes the deliveries that bring a department what came after the application, or tell it what did not come in time.</summary>
internal sealed class SupplementFactory(IOptions<HubOptions> hub)
{
    /// <summary>One for each department that waits for any of these.</summary>
    public IReadOnlyList<Delivery.Delivery> Bringing(Application application, IReadOnlyList<UploadedMaterial> uploads, DateTimeOffset at) =>
    [
        .. from standing in FiledPart.Standing(application)
           let own = uploads.Where(upload => Awaited.By(standing.Delivery, standing.Part, upload.Slug)).ToList()
           where own.Count > 0
           select Make(application, standing.Delivery, own, [], at),
    ];

    /// <summary>One for each department that this was deferred for.</summary>
    public IReadOnlyList<Delivery.Delivery> Overdue(Application application, string slug, DateTimeOffset at) =>
    [
        .. FiledPart.Standing(application).Where(standing => standing.Part.Deferred(slug))
            .Select(standing => Make(application, standing.Delivery, [], [slug], at)),
    ];

    private Delivery.Delivery Make(
        Application application, Delivery.Delivery delivery, IReadOnlyList<UploadedMaterial> uploads, IReadOnlyList<string> overdue, DateTimeOffset at)
    {
        var id = Guid.CreateVersion7(at).ToString("N");
        var issuer = new Uri(hub.Value.Issuer);
        return new()
        {
            Id = id,
            ApplicationId = application.Id,
            Department = delivery.Department,
            Item = delivery.Item,
            Kind = DeliveryKind.Supplement,
            Supplements = delivery.Id,
            // What belongs to an application that waits its turn goes out behind it.
            Status = delivery.Status == DeliveryStatus.Waiting ? DeliveryStatus.Waiting : DeliveryStatus.Queued,
            Payload = ApplicationJson.Write(new
            {
                Id = id,
                Aud = delivery.Department,
                Case = application.CaseNumber,
                delivery.Item,
                delivery.Department,
                Supplements = delivery.Id,
                Materials = uploads.Select(upload => new
                {
                    upload.Slug,
                    upload.Digest,
                    Url = new Uri(issuer, $"api/departments/{delivery.Department}/deliveries/{id}/materials/{upload.Id}"),
                }),
                Overdue = overdue,
                SuppliedAt = at,
            }),
            QueuedAt = at,
            DueAt = at,
        };
    }
}
