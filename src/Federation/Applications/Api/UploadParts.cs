using System.Text;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CrossBorder.Federation.Applications.Api;

/// <summary>
/// The parts of an upload, read straight into memory: the framework's form reader would park large files, unencrypted, in
/// a temporary folder.
/// </summary>
internal sealed record UploadParts(string Slug, byte[] File)
{
    /// <summary>Of the whole request: the file and some room for the rest.</summary>
    public const long MaximumRequest = UploadMaterialHandler.MaximumLength + (4L * 1024 * 1024);

    private const int MaximumSlug = 64;

    public static async Task<Outcome<UploadParts>> ReadAsync(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 128 } boundary)
            return ErrorCatalogue.MaterialMalformed.With("The body is not multipart/form-data.");

        try
        {
            return await ReadAsync(new MultipartReader(boundary, context.Request.Body), context.RequestAborted);
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

    private static async Task<Outcome<UploadParts>> ReadAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        string? slug = null;
        byte[]? file = null;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var name = section.GetContentDispositionHeader()?.Name.Value?.Trim('"');
            var maximum = name == "file" ? UploadMaterialHandler.MaximumLength : MaximumSlug;
            if (name is not ("file" or "slug"))
                continue;
            if (await ReadAtMostAsync(section.Body, maximum, cancellationToken) is not { } bytes)
            {
                return name == "file"
                    ? ErrorCatalogue.MaterialTooLarge.With("The file is larger than 20 MB.", "/file")
                    : ErrorCatalogue.MaterialMalformed.With("The slug is too long.", "/slug");
            }

            if (name == "file")
                file = bytes;
            else
                slug = Encoding.UTF8.GetString(bytes).Trim();
        }

        return slug is null || file is null
            ? ErrorCatalogue.MaterialMalformed.With("The parts 'file' and 'slug' are needed.", slug is null ? "/slug" : "/file")
            : new UploadParts(slug, file);
    }

    private static async Task<byte[]?> ReadAtMostAsync(Stream stream, int maximum, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[65536];
        for (int read; (read = await stream.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (buffer.Length + read > maximum)
                return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
