using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Federation.Proactive;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Offers;

/// <summary>What was found for the resident, ready to sign; and the switch for it, which is off until they turn it on.</summary>
[RequireResident]
internal sealed class OffersModel(ProactiveChoice choice, ResidentOffers offers, ICatalogue catalogue, PageLanguage language) : PageModel
{
    /// <summary>Null while it is off.</summary>
    public ProactiveSources? Sources { get; private set; }

    public IReadOnlyList<RequiredDocument> Licences => choice.Licences;

    public IReadOnlyList<OfferView> Open { get; private set; } = [];

    public FactWords Words => new(catalogue, language);

    private string ResidentId => ResidentFeature.Of(HttpContext).ResidentId;

    public async Task OnGetAsync()
    {
        Open = await offers.OpenAsync(ResidentFeature.Of(HttpContext), app: false, HttpContext.RequestAborted) ?? [];
        Sources = await choice.FindAsync(ResidentId, HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostDismissAsync(string? id)
    {
        var dismissed = await offers.DismissAsync(ResidentId, id ?? "", app: false, HttpContext.RequestAborted);
        return dismissed.Succeeded ? LocalRedirect("/offers") : new RefusalResult(dismissed.Error);
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        await choice.TurnOffAsync(ResidentId, HttpContext.RequestAborted);
        return LocalRedirect("/offers");
    }
}
