using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.SignIn;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace CrossBorder.Federation.Portal.Pages.SignIn;

internal sealed class ChooseHomeModel(Journeys journeys, IHomes homes) : JourneyPage(journeys, JourneyStep.ChooseHome)
{
    private readonly Journeys journeys = journeys;

    public IReadOnlyList<(string Scheme, LocalizedText Name)> Homes =>
    [
        .. homes.All.Select(home =>
            (home.Scheme, new LocalizedText(home.DisplayName.Hant, home.DisplayName.Hans, home.DisplayName.En))),
    ];

    public async Task<IActionResult> OnGetAsync() => (await OpenAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync(string? home)
    {
        var (open, elsewhere) = await OpenAsync();
        if (open is null)
            return elsewhere!;

        if (homes.Find(home) is { } chosen)
            await journeys.KeepAsync(open, open.Journey.ChooseHome(chosen.Scheme), HttpContext.RequestAborted);
        return Onwards();
    }
}
