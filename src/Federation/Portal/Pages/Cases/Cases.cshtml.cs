using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Portal.Residents;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>The resident's own cases, newest first.</summary>
[RequireResident]
internal sealed class CasesModel(ICases cases, CaseNames names) : PageModel
{
    public IReadOnlyList<CaseView> Cases { get; private set; } = [];

    public CaseNames Names => names;

    public async Task OnGetAsync() =>
        Cases = await cases.ListAsync(ResidentFeature.Of(HttpContext).ResidentId, HttpContext.RequestAborted);
}
