namespace CrossBorder.Federation.Applications.Materials;

/// <summary>An uploaded file. The content rests encrypted.</summary>
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

    public required MaterialContent Content { get; init; }
}

/// <summary>Apart from its description, so that a list of materials does not read and decrypt megabytes.</summary>
internal sealed class MaterialContent
{
    public required string MaterialId { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>An upload on its way to a department.</summary>
internal sealed record DeliveredMaterial(string Slug, string MediaType, string Digest, byte[] Bytes);

/// <summary>What an application needs to know of an upload.</summary>
internal sealed record UploadedMaterial(string Id, string Slug, string MediaType, string Digest);
