using CrossBorder.Federation.Hosting;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Homes;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.SignIn;

/// <summary>A visit that ended without an assertion ends the journey with its reason.</summary>
internal sealed class HomeFailures(Journeys journeys, AdvanceJourney advance, ILogger<HomeFailures> logger) : IHomeFailures
{
    public async Task<string> FailedAsync(HttpContext context, string? journey, Error error)
    {
        var open = await journeys.OpenAsync(context, journey);
        if (!open.TryGetValue(out var found))
        {
            Log.StrayHomeFailure(logger, error.Code);
            return ErrorPage.AddressOf(error.Code);
        }

        if (NextStep.Of(found.Journey) == JourneyStep.VisitHome)
            await advance.RefuseAsync(found, error, context.RequestAborted);
        return JourneyLinks.Continue(found.Id);
    }
}
