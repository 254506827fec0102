using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Federation.Proactive;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>The resident's own cases, newest first.</summary>
[RequireResident]
internal sealed class CasesModel(ICases cases, CaseNames names, ResidentOffers offers) : PageModel
{
    public IReadOnlyList<CaseView> Cases { get; private set; } = [];

    public CaseNames Names => names;

    /// <summary>How many services were found for the resident before they asked; 0 where that is off.</summary>
    public int Offered { get; private set; }

    public async Task OnGetAsync()
    {
        var resident = ResidentFeature.Of(HttpContext).ResidentId;
        Cases = await cases.ListAsync(resident, HttpContext.RequestAborted);
        Offered = await offers.CountAsync(resident, Cases, HttpContext.RequestAborted);
    }
}
