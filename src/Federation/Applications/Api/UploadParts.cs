using System.Text;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CrossBorder.Federation.Applications.Api;

/// <summary>
/// The parts of an upload, taken as they come: the framework's form reader would park large files, unencrypted, in a temporary folder, and a
/// reader into memory would hold as many megabytes as anybody sends.
/// </summary>
internal static class UploadParts
{
    /// <summary>Of the whole request: the file and some room for the rest.</summary>
    public const long MaximumRequest = UploadMaterialHandler.MaximumLength + (4L * 1024 * 1024);

    private const int MaximumSlug = 64;

    public static async Task<Outcome<UploadedMaterial>> TakeAsync(HttpContext context, string residentId, IUploadMaterial upload, UploadPace pace)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 128 } boundary)
            return ErrorCatalogue.MaterialMalformed.With("The body is not multipart/form-data.");

        try
        {
            await using var body = pace.Of(context.Request);
            return await TakeAsync(new MultipartReader(boundary, body), residentId, upload, context.RequestAborted);
        }
        catch (IOException broken) when (UploadPace.IsBroken(broken))
        {
            return ErrorCatalogue.MaterialTooSlow.With("The body came too slowly.", "/file");
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ErrorCatalogue.MaterialTooLarge.With("The file is larger than 20 MB.", "/file");
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return ErrorCatalogue.MaterialMalformed.With("The parts of the body cannot be read.");
        }
    }

    private static async Task<Outcome<UploadedMaterial>> TakeAsync(
        MultipartReader reader, string residentId, IUploadMaterial upload, CancellationToken cancellationToken)
    {
        string? slug = null;
        ReceivedContent? file = null;
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                switch (section.GetContentDispositionHeader()?.Name.Value?.Trim('"'))
                {
                    case "slug":
                        if (await ReadSlugAsync(section.Body, cancellationToken) is not { } read)
                            return ErrorCatalogue.MaterialMalformed.With("The slug is too long.", "/slug");
                        slug = read;
                        break;
                    case "file" when file is not null:
                        return ErrorCatalogue.MaterialMalformed.With("There is more than one file.", "/file");
                    case "file":
                        var taken = await upload.ReceiveAsync(section.Body, cancellationToken);
                        if (!taken.TryGetValue(out file))
                            return Outcome<UploadedMaterial>.Refused(taken.Errors);
                        break;
                }
            }

            return slug is null || file is null
                ? ErrorCatalogue.MaterialMalformed.With("The parts 'file' and 'slug' are needed.", slug is null ? "/slug" : "/file")
                : await upload.KeepAsync(residentId, slug, file, cancellationToken);
        }
        finally
        {
            if (file is not null)
                await file.DisposeAsync();
        }
    }

    private static async Task<string?> ReadSlugAsync(Stream part, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaximumSlug + 1];
        var length = await part.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaximumSlug ? null : Encoding.UTF8.GetString(buffer, 0, length).Trim();
    }
}
