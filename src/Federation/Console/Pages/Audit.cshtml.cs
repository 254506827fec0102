using CrossBorder.Federation.Officers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>The audit log, newest first, a page at a time. The auditor reads and does nothing else.</summary>
[ForOfficers(OfficerRole.Auditor)]
internal sealed class AuditModel(IConsoleViews views) : PageModel
{
    private const int PageSize = 50;

    public string? Kind { get; private set; }

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Older { get; private set; }

    public async Task OnGetAsync(string? kind, long? before)
    {
        Kind = string.IsNullOrEmpty(kind) ? null : kind;
        Kinds = await views.AuditKindsAsync(HttpContext.RequestAborted);
        var read = await views.AuditAsync(Kind, before, PageSize + 1, HttpContext.RequestAborted);
        Lines = [.. read.Take(PageSize)];
        Older = read.Count > PageSize ? Lines[^1].Id : null;
    }
}
