using CrossBorder.Federation.Applications;
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
}
