using CrossBorder.Federation.Applications.Materials;

namespace CrossBorder.Federation.Applications;

/// <summary>Uploads as they are stored: pieces first, and the material at the end, which is what makes them one.</summary>
internal interface IMaterialStore
{
    /// <summary>Stores a piece, which nobody sees before the material is added.</summary>
    /// <param name="materialId">Of the material to be.</param>
    /// <param name="number">From 0, without gaps.</param>
    /// <param name="last">True where none follows. Any other is <see cref="MaterialChunk.Size"/> long.</param>
    /// <param name="content">What is sealed.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    Task AddChunkAsync(string materialId, int number, bool last, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Reads pieces as they are asked for, one in memory at a time. Reading throws where the database was changed by somebody else.</summary>
    Stream Open(string materialId, long length);

    /// <summary>False, and nothing is added, where pieces are missing: an upload that takes for ever loses the first ones.</summary>
    Task<bool> AddAsync(Material material, CancellationToken cancellationToken);

    /// <summary>Removes the pieces of what will be no material.</summary>
    Task DiscardAsync(string materialId, CancellationToken cancellationToken);

    /// <summary>Those of these ids that this resident uploaded.</summary>
    Task<IReadOnlyList<UploadedMaterial>> FindAsync(string residentId, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>A material that a delivery to this department names; null where there is none.</summary>
    Task<DeliveredMaterial?> ReadDeliveredAsync(string department, string deliveryId, string materialId, CancellationToken cancellationToken);
}
