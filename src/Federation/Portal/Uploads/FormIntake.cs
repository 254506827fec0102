using System.Text;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CrossBorder.Federation.Portal.Uploads;

/// <summary>
/// Reads a form part by part. A file goes into sealed pieces as it comes, as through the API (ADR 0034): the framework's form reader would hold
/// all of it in memory, or park it, unencrypted, in a temporary folder.
/// </summary>
internal sealed class FormIntake(IUploadMaterial upload)
{
    /// <summary>What the name of a field for files begins with; the slug of the material follows.</summary>
    public const string FilePrefix = "file-";

    /// <summary>The most files that one form brings.</summary>
    public const int MostFiles = 20;

    private const int MostFields = 500, LongestName = 200, LongestField = 64 * 1024, LongestFields = 512 * 1024;

    /// <param name="reader">The parts.</param>
    /// <param name="residentId">Whose uploads they become.</param>
    /// <param name="asked">Asked before the first file is read: the slugs that may come, null to pass files over, or why nothing is taken.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>CB5016 for a file that nobody asks for, CB5022 for what is no such form, CB5201 for too many files.</returns>
    public async Task<Outcome<PostedForm>> ReadAsync(
        MultipartReader reader, string residentId, Func<IReadOnlyDictionary<string, StringValues>, Task<Outcome<IReadOnlySet<string>?>>> asked,
        CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var files = new List<PostedFile>();
        var (count, length, judged, slugs) = (0, 0, false, (IReadOnlySet<string>?)null);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 and <= LongestName } name)
                return ErrorCatalogue.MaterialMalformed.With("A part has no name.");

            if (!disposition.IsFileDisposition())
            {
                var value = await ReadFieldAsync(section.Body, cancellationToken);
                if (value is null || ++count > MostFields || (length += value.Length) > LongestFields)
                    return ErrorCatalogue.MaterialMalformed.With("The form has too many fields, or too long ones.");
                fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), value);
                continue;
            }

            // A browser sends an empty part for a file input that was left alone.
            var fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
            if (fileName.Length == 0)
                continue;
            if (!judged)
            {
                var judgement = await asked(fields);
                if (!judgement.TryGetValue(out slugs))
                    return Outcome<PostedForm>.Refused(judgement.Errors);
                judged = true;
            }

            if (slugs is null)
                continue;
            var slug = name.StartsWith(FilePrefix, StringComparison.Ordinal) ? name[FilePrefix.Length..] : "";
            if (!slugs.Contains(slug))
                return ErrorCatalogue.MaterialNotAsked.With("Nothing asks for this file.", "/" + name);
            if (files.Count == MostFiles)
                return ErrorCatalogue.TooManyFiles.With($"A form brings at most {MostFiles} files.");
            files.Add(new(slug, fileName, await upload.UploadAsync(residentId, slug, section.Body, cancellationToken)));
        }

        return new PostedForm(fields, files);
    }

    private static async Task<string?> ReadFieldAsync(Stream part, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestField + 1];
        var length = await part.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > LongestField ? null : Encoding.UTF8.GetString(buffer, 0, length);
    }
}
