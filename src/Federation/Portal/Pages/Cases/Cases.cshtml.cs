using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Federation.Proactive;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>The resident's own cases, newest first.</summary>
[RequireResident(AgentDoor.Represented)]
internal sealed class CasesModel(
    ICases cases, CaseNames names, ResidentOffers offers, IApplicationSignings signings, ICatalogue catalogue, PageLanguage language) : PageModel
{
    public IReadOnlyList<CaseView> Cases { get; private set; } = [];

    public CaseNames Names => names;

    /// <summary>How many services were found for the resident before they asked; 0 where that is off.</summary>
    public int Offered { get; private set; }

    /// <summary>Applications that wait for a signature, or are signed and not filed yet: each with its name and the page that goes on.</summary>
    public IReadOnlyList<(string Name, string Address)> Unfiled { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var applicant = ResidentFeature.Of(HttpContext);
        var resident = applicant.ResidentId;
        if (applicant.Acting is { } agent)
        {
            Cases = await cases.ListFiledAsync(resident, agent, HttpContext.RequestAborted);
            return;
        }

        Cases = await cases.ListAsync(resident, HttpContext.RequestAborted);
        Unfiled = [.. (await signings.UnfiledAsync(resident, HttpContext.RequestAborted)).Select(signing => (NameOf(signing), "/sign/" + signing.Id))];
        Offered = await offers.CountAsync(resident, Cases, HttpContext.RequestAborted);
    }

    private string NameOf(ApplicationSigning signing) =>
        catalogue.Find(signing.EntryCode).TryGetValue(out var entry) ? language[entry.Name] : signing.EntryCode;
}
