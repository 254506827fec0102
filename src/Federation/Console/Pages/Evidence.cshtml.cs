using System.Net.Mime;
using System.Text;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>The signed parts of a case, for the auditor, who knows its number. Nothing is changed but that the log says so.</summary>
[ForOfficers(OfficerRole.Auditor)]
internal sealed class EvidenceModel(EvidenceForAuditor evidence) : PageModel
{
    private const int LongestNumber = 40;

    public ErrorDescriptor? Refusal { get; private set; }

    public string CaseNumber { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "case")] string? number)
    {
        if (string.IsNullOrWhiteSpace(number))
            return Page();

        CaseNumber = number.Trim() is { Length: <= LongestNumber } typed ? typed : "";
        var exported = await evidence.ExportAsync(CaseNumber, OfficerScheme.Presence(User)!, HttpContext.RequestAborted);
        if (!exported.TryGetValue(out var package))
        {
            Refusal = exported.Error.Descriptor;
            Response.StatusCode = Refusal.Status;
            return Page();
        }

        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetBytes(package), MediaTypeNames.Application.Json, $"evidence-{CaseNumber}.json");
    }
}
