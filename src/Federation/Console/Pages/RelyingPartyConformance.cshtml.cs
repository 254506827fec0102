using System.Net.Mime;
using System.Text;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.OpenIdConnect.Conformance;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>What the traffic of one relying party shows, of the settings too, and the same as a file.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class RelyingPartyConformanceModel(ReadConformance conformance) : PageModel
{
    public ConformanceReport Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        var read = await conformance.OfAsync(id, HttpContext.RequestAborted);
        if (!read.TryGetValue(out var report))
            return new ConsoleRefusal(read.Error.Descriptor);
        Report = report;
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string id)
    {
        var read = await conformance.OfAsync(id, HttpContext.RequestAborted);
        return read.TryGetValue(out var report)
            ? File(Encoding.UTF8.GetBytes(conformance.Export(report).ToJsonString()), MediaTypeNames.Application.Json, $"conformance-{report.ClientId}.json")
            : new ConsoleRefusal(read.Error.Descriptor);
    }
}
