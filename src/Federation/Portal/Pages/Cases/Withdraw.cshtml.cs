using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Portal.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>Asks once more before a case is taken back: it cannot be undone.</summary>
[RequireResident]
internal sealed class WithdrawModel(ICases cases, CaseNames names) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public CaseNames Names => names.Of(View);

    private string ResidentId => ResidentFeature.Of(HttpContext).ResidentId;

    public async Task<IActionResult> OnGetAsync(string caseNumber)
    {
        var found = await cases.FindAsync(ResidentId, caseNumber, HttpContext.RequestAborted);
        if (!found.TryGetValue(out var view))
            return new RefusalResult(found.Error);

        View = view;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string caseNumber)
    {
        var withdrawn = await cases.WithdrawAsync(ResidentId, caseNumber, HttpContext.RequestAborted);
        return withdrawn.TryGetValue(out var view) ? LocalRedirect($"/cases/{view.CaseNumber}") : new RefusalResult(withdrawn.Error);
    }
}
