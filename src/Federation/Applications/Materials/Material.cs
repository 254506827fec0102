namespace CrossBorder.Federation.Applications.Materials;

/// <summary>An uploaded file, there once all of it was taken and looked at. The content rests encrypted in pieces of its own.</summary>
internal sealed class Material
{
    public required string Id { get; init; }

    public required string ResidentId { get; init; }

    public required string Slug { get; init; }

    public required string MediaType { get; init; }

    /// <summary><c>sha256:</c> and hex, over the content.</summary>
    public required string Digest { get; init; }

    public long Length { get; init; }

    public DateTimeOffset UploadedAt { get; init; }
}

/// <summary>
/// A piece of a file, sealed with its place: the file, the number of the piece, and whether it is the last. What was moved, left out or cut off
/// does not open. Pieces of no material are of an upload that is under way, or that broke.
/// </summary>
internal sealed class MaterialChunk
{
    /// <summary>Bytes of content in each piece but the last: few enough that no piece is a large object to the garbage collector.</summary>
    public const int Size = 64 * 1024;

    public required string MaterialId { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required byte[] Sealed { get; init; }
}

/// <summary>An upload on its way to a department. The content is read from the database as it goes out.</summary>
internal sealed record DeliveredMaterial(string Slug, string MediaType, string Digest, Stream Content);

/// <summary>What an application needs to know of an upload.</summary>
internal sealed record UploadedMaterial(string Id, string Slug, string MediaType, string Digest);
