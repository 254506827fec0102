using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Materials;

internal interface IUploadMaterial
{
    /// <summary>Stores a file for a later application of the same resident.</summary>
    Task<Outcome<UploadedMaterial>> UploadAsync(string residentId, string slug, Stream content, CancellationToken cancellationToken);
}

internal sealed class UploadMaterialHandler(IMaterialStore store, ICatalogueVersions catalogues, IMaterialScanner scanner, TimeProvider clock) : IUploadMaterial
{
    public const int MaximumLength = 20 * 1024 * 1024;

    public async Task<Outcome<UploadedMaterial>> UploadAsync(
        string residentId, string slug, Stream content, CancellationToken cancellationToken)
    {
        // A case that runs may still wait for what new ones do not ask for any more.
        if (!catalogues.Published.Any(catalogue => catalogue.Items.SelectMany(item => item.Documents).Any(document => document.Slug == slug)))
            return ErrorCatalogue.MaterialMalformed.With("No item asks for a material of this slug.", "/slug");

        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        for (int read; (read = await content.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (buffer.Length + read > MaximumLength)
                return ErrorCatalogue.MaterialTooLarge.With("The file is larger than 20 MB.", "/file");
            buffer.Write(chunk, 0, read);
        }

        var bytes = buffer.ToArray();
        if (bytes.Length == 0)
            return ErrorCatalogue.MaterialMalformed.With("The file is empty.", "/file");
        if (ContentSniffer.MediaTypeOf(bytes) is not { } mediaType)
            return ErrorCatalogue.MaterialTypeRefused.With("The content is no PDF, JPEG, PNG or HEIC.", "/file");

        // Before it is stored: what nobody looked at is nowhere to be delivered from.
        var scanned = await scanner.ScanAsync(bytes, cancellationToken);
        if (!scanned.Succeeded)
            return Outcome<UploadedMaterial>.Refused(scanned.Errors);

        var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        var material = new Material
        {
            Id = id,
            ResidentId = residentId,
            Slug = slug,
            MediaType = mediaType,
            Digest = Digests.Sha256(bytes),
            Length = bytes.Length,
            UploadedAt = clock.GetUtcNow(),
            Content = new MaterialContent { MaterialId = id, Bytes = bytes },
        };
        await store.AddAsync(material, cancellationToken);
        return new UploadedMaterial(id, slug, mediaType, material.Digest);
    }
}
