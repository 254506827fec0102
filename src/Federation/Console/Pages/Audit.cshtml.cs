using CrossBorder.Federation.Officers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>The audit log, newest first, a page at a time, filtered, and to be taken away. The auditor reads and does nothing else.</summary>
[ForOfficers(OfficerRole.Auditor)]
internal sealed class AuditModel(IConsoleViews views, AuditExports exports) : PageModel
{
    private const int PageSize = 50;
    private const string Address = "/console/audit";

    public AuditFilter Filter { get; private set; } = new(null, null, null, null, null);

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Older { get; private set; }

    public string Export => QueryHelpers.AddQueryString(Address, With("handler", "export"));

    public async Task OnGetAsync(string? kind, string? actor, string? subject, string? from, string? to, long? before)
    {
        Filter = AuditFilter.Read(kind, actor, subject, from, to);
        Kinds = await views.AuditKindsAsync(HttpContext.RequestAborted);
        var read = await views.AuditAsync(Filter, before, PageSize + 1, HttpContext.RequestAborted);
        Lines = [.. read.Take(PageSize)];
        Older = read.Count > PageSize
            ? QueryHelpers.AddQueryString(Address, With("before", Lines[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            : null;
    }

    public async Task<IActionResult> OnGetExportAsync(string? kind, string? actor, string? subject, string? from, string? to)
    {
        var filter = AuditFilter.Read(kind, actor, subject, from, to);
        var exported = await exports.ExportAsync(filter, OfficerScheme.Presence(User)!, HttpContext.RequestAborted);
        if (!exported.TryGetValue(out var file))
            return new ConsoleRefusal(exported.Error.Descriptor);
        Response.Headers.CacheControl = "no-store";
        return File(file, "application/jsonl", "audit-extract.jsonl");
    }

    private Dictionary<string, string?> With(string name, string value) =>
        new(Filter.Fields.Select(field => KeyValuePair.Create(field.Key, (string?)field.Value)), StringComparer.Ordinal) { [name] = value };
}
