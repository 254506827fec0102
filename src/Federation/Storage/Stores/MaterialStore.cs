using System.Security.Cryptography;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Materials;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class MaterialStore(HubDbContext context, PersonalDataProtector protector) : IMaterialStore
{
    public Task AddChunkAsync(string materialId, int number, bool last, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var secured = protector.Protect(PlaceOf(materialId, number, last), content.Span);
        return context.Database.ExecuteSqlAsync(
            $"""INSERT INTO "MaterialChunks" ("MaterialId", "Number", "Sealed") VALUES ({materialId}, {number}, {secured})""", cancellationToken);
    }

    public Stream Open(string materialId, long length) =>
        new ChunkedContent(length, (number, cancellationToken) => ReadAsync(materialId, number, length, cancellationToken));

    public async Task<bool> AddAsync(Material material, CancellationToken cancellationToken)
    {
        context.Add(material);
        await context.SaveChangesAsync(cancellationToken);
        // Counted only now that none is swept any more; nobody knows of it before this returns.
        var pieces = await context.Set<MaterialChunk>().CountAsync(chunk => chunk.MaterialId == material.Id, cancellationToken);
        if (pieces == ((material.Length - 1) / MaterialChunk.Size) + 1)
            return true;
        context.Remove(material);
        await context.SaveChangesAsync(cancellationToken);
        return false;
    }

    public Task DiscardAsync(string materialId, CancellationToken cancellationToken) =>
        context.Set<MaterialChunk>().Where(chunk => chunk.MaterialId == materialId).ExecuteDeleteAsync(cancellationToken);

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

        return await context.Set<Material>().AsNoTracking().FirstOrDefaultAsync(material => material.Id == materialId, cancellationToken) is { } found
            ? new DeliveredMaterial(found.Slug, found.MediaType, found.Digest, Open(found.Id, found.Length))
            : null;
    }

    /// <summary>Whether any of these uploads is not there.</summary>
    internal static async Task<bool> AreGoneAsync(HubDbContext context, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        await context.Set<Material>().CountAsync(material => ids.Contains(material.Id), cancellationToken) < ids.Count;

    /// <summary>
    /// Uploads of before that moment that no application names. Their pieces are then of no material, and go with <see cref="RemoveBrokenAsync"/>.
    /// </summary>
    internal static Task<int> RemoveUnfiledAsync(HubDbContext context, DateTimeOffset before, CancellationToken cancellationToken) =>
        context.Set<Material>()
            .Where(material => material.UploadedAt < before && !context.Set<MaterialUse>().Any(use => use.MaterialId == material.Id))
            .ExecuteDeleteAsync(cancellationToken);

    /// <summary>Pieces of uploads that broke before that moment and became no material.</summary>
    internal static Task RemoveBrokenAsync(HubDbContext context, DateTimeOffset before, CancellationToken cancellationToken)
    {
        // An id begins with the time that it was made at (RFC 9562 section 5.7), and so an index is enough to find old ones.
        var first = before.ToUnixTimeMilliseconds().ToString("x12", System.Globalization.CultureInfo.InvariantCulture);
        return context.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM "MaterialChunks" WHERE "MaterialId" < {first}
                AND NOT EXISTS (SELECT 1 FROM "Materials" WHERE "Materials"."Id" = "MaterialChunks"."MaterialId")
            """, cancellationToken);
    }

    private async Task<byte[]> ReadAsync(string materialId, int number, long length, CancellationToken cancellationToken)
    {
        var place = PlaceOf(materialId, number, last: number == (length - 1) / MaterialChunk.Size);
        var secured = await context.Set<MaterialChunk>().Where(chunk => chunk.MaterialId == materialId && chunk.Number == number)
            .Select(chunk => chunk.Sealed).FirstOrDefaultAsync(cancellationToken) ?? throw new CryptographicException($"{place} is not there.");
        var content = protector.Unprotect(place, secured);
        return content.Length == Math.Min(MaterialChunk.Size, length - ((long)number * MaterialChunk.Size))
            ? content
            : throw new CryptographicException($"{place} is not as long as it was.");
    }

    private static string PlaceOf(string materialId, int number, bool last) => $"MaterialChunks.Sealed:{materialId}:{number}:{(last ? "last" : "more")}";
}
