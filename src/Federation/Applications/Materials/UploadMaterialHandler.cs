using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Materials;

internal interface IUploadMaterial
{
    /// <summary>Stores a file for a later application of the same resident.</summary>
    Task<Outcome<UploadedMaterial>> UploadAsync(string residentId, string slug, Stream content, CancellationToken cancellationToken);

    /// <summary>Takes a file of which is not told yet what it is for. Whoever disposes of it without keeping it leaves nothing behind.</summary>
    Task<Outcome<ReceivedContent>> ReceiveAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Makes what was received a material of this resident; CB5022 where no item asks for such a one, or pieces of it are gone.</summary>
    Task<Outcome<UploadedMaterial>> KeepAsync(string residentId, string slug, ReceivedContent received, CancellationToken cancellationToken);
}

internal sealed class UploadMaterialHandler(ContentIntake intake, ICatalogueVersions catalogues, TimeProvider clock) : IUploadMaterial
{
    public const int MaximumLength = 20 * 1024 * 1024;

    public async Task<Outcome<UploadedMaterial>> UploadAsync(
        string residentId, string slug, Stream content, CancellationToken cancellationToken)
    {
        if (!IsAskedFor(slug))
            return NotAskedFor();

        var taken = await ReceiveAsync(content, cancellationToken);
        if (!taken.TryGetValue(out var received))
            return Outcome<UploadedMaterial>.Refused(taken.Errors);
        await using (received)
            return await KeepAsync(residentId, slug, received, cancellationToken);
    }

    public Task<Outcome<ReceivedContent>> ReceiveAsync(Stream content, CancellationToken cancellationToken) => intake.TakeAsync(content, cancellationToken);

    public async Task<Outcome<UploadedMaterial>> KeepAsync(
        string residentId, string slug, ReceivedContent received, CancellationToken cancellationToken)
    {
        if (!IsAskedFor(slug))
            return NotAskedFor();

        return await received.KeepAsync(residentId, slug, clock.GetUtcNow(), cancellationToken)
            ? new UploadedMaterial(received.Id, slug, received.MediaType, received.Digest)
            : ErrorCatalogue.MaterialMalformed.With("The upload took so long that its beginning is gone.", "/file");
    }

    // A case that runs may still wait for what new ones do not ask for any more.
    private bool IsAskedFor(string slug) =>
        catalogues.Published.Any(catalogue => catalogue.Items.SelectMany(item => item.Documents).Any(document => document.Slug == slug));

    private static Error NotAskedFor() => ErrorCatalogue.MaterialMalformed.With("No item asks for a material of this slug.", "/slug");
}
