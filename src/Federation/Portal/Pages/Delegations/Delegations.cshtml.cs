using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Delegations;

/// <summary>Who acts for the resident, and for whom they act; the way to end both, and to begin to act.</summary>
[RequireResident(AgentDoor.Themselves)]
internal sealed class DelegationsModel(
    IMandates mandates, EndMandate ends, Representations representations, ActingFor acting, ICatalogue catalogue, PageLanguage language) : PageModel
{
    public IReadOnlyList<Mandate> Given { get; private set; } = [];

    public IReadOnlyList<Mandate> Taken { get; private set; } = [];

    public IReadOnlyList<Mandate> Ended { get; private set; } = [];

    /// <summary>What was just done.</summary>
    public LocalizedText? Said { get; private set; }

    private string Resident => ResidentFeature.Of(HttpContext).ResidentId;

    public IReadOnlyList<string> NamesOf(Mandate mandate) =>
        [.. mandate.ItemCodes.Select(code => catalogue.TryGetItem(code, out var item) ? language[item.Name] : code)];

    public string OtherOf(Mandate mandate) => mandate.GivenBy == Resident ? mandate.AgentName ?? language[DelegationsText.NotAccepted] : mandate.PrincipalName;

    public async Task OnGetAsync(string? said)
    {
        var all = await mandates.ListAsync(Resident, HttpContext.RequestAborted);
        Given = [.. all.Where(mandate => mandate.State != MandateState.Ended && mandate.GivenBy == Resident)];
        Taken = [.. all.Where(mandate => mandate.State != MandateState.Ended && mandate.AgentId == Resident)];
        Ended = [.. all.Where(mandate => mandate.State == MandateState.Ended)];
        Said = said switch
        {
            "ended" => DelegationsText.Done,
            "accepted" => DelegationsText.Accepted,
            "waits" => DelegationsText.AcceptedWaits,
            _ => null,
        };
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string? id) =>
        Answer(await ends.WithdrawAsync(Resident, id ?? "", HttpContext.RequestAborted));

    public async Task<IActionResult> OnPostGiveBackAsync(string? id)
    {
        var given = await ends.GiveBackAsync(Resident, id ?? "", HttpContext.RequestAborted);
        if (given.Succeeded && acting.MandateOf(HttpContext, Resident) == id)
            ActingFor.Clear(HttpContext);
        return Answer(given);
    }

    public async Task<IActionResult> OnPostActAsync(string? id)
    {
        if (await representations.FindAsync(id ?? "", Resident, HubPortal.RecipientId, HttpContext.RequestAborted) is null)
            return new RefusalResult(ErrorCatalogue.MandateUnknown.With("The resident may not act by it now."));
        acting.Set(HttpContext, Resident, id!);
        return LocalRedirect("/");
    }

    public IActionResult OnPostMine()
    {
        ActingFor.Clear(HttpContext);
        return LocalRedirect("/");
    }

    private IActionResult Answer(Outcome<Mandate> done) => done.Succeeded ? LocalRedirect("/delegations?said=ended") : new RefusalResult(done.Error);
}
