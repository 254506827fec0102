using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Accounts.Sessions;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>
/// The open sign-ins of a resident whom a report is about, and the end of them. Shown only in answer to a form that says why, so that no
/// address, history or bookmark leads to them. One officer is enough: what is ended costs the resident a sign-in, and waiting costs more.
/// </summary>
[ForOfficers(OfficerRole.SecurityOfficer)]
internal sealed class SessionsModel(EndReportedSessions reported, Recipients recipients) : PageModel
{
    /// <summary>What the report says; comes back with every form of the page.</summary>
    [BindProperty]
    public string? Case { get; set; }

    [BindProperty]
    public string? Client { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public EndReason? Reason { get; set; }

    /// <summary>Null until somebody was looked for and found.</summary>
    public ReportedSessions? Found { get; private set; }

    /// <summary>How many were just ended; null where none were.</summary>
    public int? Ended { get; private set; }

    public Error? Refusal { get; private set; }

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    private ReportedResident Report => new(Case?.Trim(), Client?.Trim(), Subject?.Trim());

    public LocalizedText? NameOf(string client) => recipients.Find(client).TryGetValue(out var recipient) ? recipient.Name : null;

    public Task<IActionResult> OnPostLookAsync() => LookAsync();

    /// <param name="id">The one to end; all of the resident's where it is missing.</param>
    public async Task<IActionResult> OnPostEndAsync(string? id)
    {
        var ended = await reported.EndAsync(Report, string.IsNullOrEmpty(id) ? null : id, Reason, Officer, HttpContext.RequestAborted);
        if (!ended.TryGetValue(out var count))
            return Refuse(ended.Error);

        Ended = count;
        return await LookAsync();
    }

    private async Task<IActionResult> LookAsync()
    {
        var found = await reported.FindAsync(Report, Reason, Officer, HttpContext.RequestAborted);
        if (!found.TryGetValue(out var sessions))
            return Refuse(found.Error);

        Found = sessions;
        return Page();
    }

    private PageResult Refuse(Error error)
    {
        Refusal = error;
        Response.StatusCode = error.Descriptor.Status;
        return Page();
    }
}
