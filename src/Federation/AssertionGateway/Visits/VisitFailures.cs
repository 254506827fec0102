using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>A visit that ended without a grant goes back to the hub's request, which answers it with the reason.</summary>
internal sealed class VisitFailures(VisitBook visits, AdvanceVisit advance, ILogger<VisitFailures> logger) : IHomeFailures
{
    public async Task<string> FailedAsync(HttpContext context, string? journey, Error error)
    {
        // What came back to another browser than it was asked from ends nobody's visit.
        if (!VisitBook.IsOf(context, journey) || await visits.OfBrowserAsync(context) is not { } open)
        {
            Log.StrayFailure(logger, error.Code);
            return GatewayPage.EndAddress(error.Code);
        }

        if (open.Visit is { Grant: null, Refusal: null })
            await advance.RefuseAsync(open, error, context.RequestAborted);
        return open.Visit.ReturnUrl;
    }
}
