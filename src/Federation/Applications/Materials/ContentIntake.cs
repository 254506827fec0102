using System.Security.Cryptography;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Materials;

/// <summary>
/// Takes a file piece by piece, each stored before the next but one is read, so that however large files are and however many come at once, two
/// pieces of each are in memory. The scanner is asked when all of it has come: a resident's slow line must not keep it busy.
/// </summary>
internal sealed class ContentIntake(IMaterialStore store, IMaterialScanner scanner, TimeProvider clock)
{
    /// <summary>Refusals: CB5020 to CB5022 for what it is, those of the scanner for what is in it. Nothing is left of what is refused.</summary>
    public async Task<Outcome<ReceivedContent>> TakeAsync(Stream content, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        var taken = false;
        try
        {
            var received = await StoreAsync(id, content, cancellationToken);
            if (!received.TryGetValue(out var file))
                return received;

            // What nobody looked at becomes no material, and so is nowhere to be delivered from.
            await using var stored = store.Open(id, file.Length);
            var scanned = await scanner.ScanAsync(stored, cancellationToken);
            taken = scanned.Succeeded;
            return taken ? received : Outcome<ReceivedContent>.Refused(scanned.Errors);
        }
        finally
        {
            if (!taken)
                await store.DiscardAsync(id, CancellationToken.None);
        }
    }

    private async Task<Outcome<ReceivedContent>> StoreAsync(string id, Stream content, CancellationToken cancellationToken)
    {
        var (piece, ahead) = (new byte[MaterialChunk.Size], new byte[MaterialChunk.Size]);
        var filled = await FillAsync(content, piece, cancellationToken);
        if (filled == 0)
            return ErrorCatalogue.MaterialMalformed.With("The file is empty.", "/file");
        if (ContentSniffer.MediaTypeOf(piece.AsSpan(0, filled)) is not { } mediaType)
            return await IsTooLargeAsync(content, filled, ahead, cancellationToken)
                ? TooLarge()
                : ErrorCatalogue.MaterialTypeRefused.With("The content is no PDF, JPEG, PNG or HEIC.", "/file");

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long length = 0;
        for (var number = 0; filled > 0; number++)
        {
            length += filled;
            var next = filled == piece.Length ? await FillAsync(content, ahead, cancellationToken) : 0;
            if (length + next > UploadMaterialHandler.MaximumLength)
                return TooLarge();
            hash.AppendData(piece, 0, filled);
            await store.AddChunkAsync(id, number, last: next == 0, piece.AsMemory(0, filled), cancellationToken);
            (piece, ahead, filled) = (ahead, piece, next);
        }

        return new ReceivedContent(store, id)
        {
            MediaType = mediaType, Digest = "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset()), Length = length,
        };
    }

    // Nothing of it is kept, but its size is the first thing to be told: smaller and of the same kind, it would come again for nothing.
    private static async Task<bool> IsTooLargeAsync(Stream content, long length, byte[] buffer, CancellationToken cancellationToken)
    {
        for (var read = 1; read > 0 && length <= UploadMaterialHandler.MaximumLength; length += read)
            read = await content.ReadAsync(buffer, cancellationToken);
        return length > UploadMaterialHandler.MaximumLength;
    }

    private static Error TooLarge() => ErrorCatalogue.MaterialTooLarge.With("The file is larger than 20 MB.", "/file");

    private static ValueTask<int> FillAsync(Stream content, byte[] piece, CancellationToken cancellationToken) =>
        content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken);
}
