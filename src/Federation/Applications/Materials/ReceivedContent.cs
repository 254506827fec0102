namespace CrossBorder.Federation.Applications.Materials;

/// <summary>A file that was taken and looked at, and is nobody's material yet. Its pieces go away with this, unless it is kept.</summary>
internal sealed class ReceivedContent(IMaterialStore store, string id) : IAsyncDisposable
{
    private bool isKept;

    public string Id => id;

    public required string MediaType { get; init; }

    /// <summary><c>sha256:</c> and hex.</summary>
    public required string Digest { get; init; }

    public required long Length { get; init; }

    /// <summary>False where it is not there completely any more.</summary>
    public async Task<bool> KeepAsync(string residentId, string slug, DateTimeOffset at, CancellationToken cancellationToken) =>
        isKept = await store.AddAsync(new Material
        {
            Id = id, ResidentId = residentId, Slug = slug, MediaType = MediaType, Digest = Digest, Length = Length, UploadedAt = at,
        }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!isKept)
            await store.DiscardAsync(id, CancellationToken.None);
    }
}
