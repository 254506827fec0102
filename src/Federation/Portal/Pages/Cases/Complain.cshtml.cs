using System.Security.Cryptography;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Feedback;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>A resident brings a case of theirs to the hotline: it becomes a case of its own, once however often the form is sent.</summary>
[RequireResident]
internal sealed class ComplainModel(ICases cases, RaiseComplaint raise, Hotline hotline) : PageModel
{
    private const int KeyLength = 32;

    public string CaseNumber { get; private set; } = "";

    public string Key { get; private set; } = "";

    public string? Kind { get; private set; }

    public string Text { get; private set; } = "";

    public Error? Fault { get; private set; }

    private Applicant Applicant => ResidentFeature.Of(HttpContext);

    public async Task<IActionResult> OnGetAsync(string caseNumber)
    {
        var found = await cases.FindAsync(Applicant.ResidentId, caseNumber, HttpContext.RequestAborted);
        if (!found.Succeeded)
            return new RefusalResult(found.Error);
        if (!hotline.IsOpen)
            return new RefusalResult(ErrorCatalogue.HotlineClosed.With(""));

        (CaseNumber, Key) = (caseNumber, RandomNumberGenerator.GetHexString(KeyLength, lowercase: true));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string caseNumber, string? key, string? kind, string? text)
    {
        var attempt = key is { Length: KeyLength } && key.All(char.IsAsciiHexDigit) ? key : RandomNumberGenerator.GetHexString(KeyLength, lowercase: true);
        var words = (text ?? "").ReplaceLineEndings("\n");
        var raised = await raise.RaiseAsync(Applicant, new Complaint(attempt, null, caseNumber, kind ?? "", words), HttpContext.RequestAborted);
        if (raised.TryGetValue(out var filed))
            return LocalRedirect($"/cases/{filed.CaseNumber}?filed=new");
        // Sent, then changed and sent again: what counts is what was sent.
        if (raised.Error.Code == ErrorCatalogue.IdempotencyKeyReused.Code
            && await raise.FindFiledAsync(Applicant, attempt, HttpContext.RequestAborted) is { } twin)
            return LocalRedirect($"/cases/{twin.CaseNumber}?filed=again");
        if (raised.Error.Code != ErrorCatalogue.ComplaintInvalid.Code)
            return new RefusalResult(raised.Error);

        (CaseNumber, Key, Kind, Text, Fault) = (caseNumber, attempt, kind, words, raised.Error);
        Response.StatusCode = raised.Error.Descriptor.Status;
        return Page();
    }
}
