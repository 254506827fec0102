using System.Net.Mime;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>The list of what rests on a certificate or key, sent while it is read.</summary>
internal sealed class RestingDownload(RestingSubject subject, RestingFormat format, ExportResting export) : IActionResult
{
    private const int LongestName = 16;

    /// <summary>The download, or the refusal as a page.</summary>
    public static async Task<IActionResult> OfAsync(
        Outcome<RestingSubject> found, RestingFormat format, OfficerPresence officer, ExportResting export, CancellationToken cancellationToken)
    {
        if (!found.TryGetValue(out var subject))
            return new ConsoleRefusal(found.Error.Descriptor);
        var known = Enum.IsDefined(format) ? format : RestingFormat.Csv;
        var recorded = await export.RecordAsync(subject, known, officer, cancellationToken);
        return recorded.Succeeded ? new RestingDownload(subject, known, export) : new ConsoleRefusal(recorded.Error.Descriptor);
    }

    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var extension = format == RestingFormat.Csv ? "csv" : "json";
        response.ContentType = format == RestingFormat.Csv ? MediaTypeNames.Text.Csv + "; charset=utf-8" : MediaTypeNames.Application.Json;
        response.Headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"usage-{subject.Name[..Math.Min(subject.Name.Length, LongestName)]}.{extension}");
        response.Headers.ContentDisposition = disposition.ToString();
        return export.WriteAsync(subject, format, response.Body, context.HttpContext.RequestAborted);
    }
}
