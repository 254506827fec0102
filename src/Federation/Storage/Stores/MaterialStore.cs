using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Materials;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class MaterialStore(HubDbContext context) : IMaterialStore
{
    public Task AddAsync(Material material, CancellationToken cancellationToken)
    {
        context.Add(material);
        return context.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<UploadedMaterial>> FindAsync(
        string residentId, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ids.Count == 0
            ? []
            : await context.Set<Material>()
                .Where(material => material.ResidentId == residentId && ids.Contains(material.Id))
                .Select(material => new UploadedMaterial(material.Id, material.Slug, material.MediaType, material.Digest))
                .ToListAsync(cancellationToken);

    public async Task<DeliveredMaterial?> ReadDeliveredAsync(
        string department, string deliveryId, string materialId, CancellationToken cancellationToken)
    {
        // The payload rests encrypted, so what it names is looked up here and not by the database.
        var payload = await context.Set<Delivery>().AsNoTracking()
            .Where(delivery => delivery.Id == deliveryId && delivery.Department == department && delivery.Status != DeliveryStatus.Withdrawn)
            .Select(delivery => delivery.Payload).FirstOrDefaultAsync(cancellationToken);
        if (payload is null || !payload.Contains($"/deliveries/{deliveryId}/materials/{materialId}\"", StringComparison.Ordinal))
            return null;

        return await context.Set<Material>().AsNoTracking().Where(material => material.Id == materialId)
            .Select(material => new DeliveredMaterial(material.Slug, material.MediaType, material.Digest, material.Content.Bytes))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
