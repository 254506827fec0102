using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.SignIn;

/// <summary>A page of the journey: shown only while the journey stands at its step, else the browser goes where it does stand.</summary>
internal abstract class JourneyPage(Journeys journeys, JourneyStep step) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    protected async Task<(OpenJourney? Open, IActionResult? Elsewhere)> OpenAsync()
    {
        var opened = await journeys.OpenAsync(HttpContext, Id);
        if (!opened.TryGetValue(out var open))
            return (null, LocalRedirect(ErrorPage.AddressOf(opened.Error.Code)));

        return NextStep.Of(open.Journey) == step ? (open, null) : (null, Onwards());
    }

    protected IActionResult Onwards() => LocalRedirect(JourneyLinks.Continue(Id));
}
