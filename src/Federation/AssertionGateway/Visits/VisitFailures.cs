using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>A visit that ended without a grant goes back to the hub's request, which answers it with the reason.</summary>
internal sealed class VisitFailures(VisitBook visits, AdvanceVisit advance, ILogger<VisitFailures> logger) : IHomeFailures
{
    public async Task<string> FailedAsync(HttpContext context, string? journey, Error error)
    {
        if (await visits.OfSecretAsync(journey, context.RequestAborted) is not { } open)
        {
            Log.StrayFailure(logger, error.Code);
            return GatewayPage.EndAddress(error.Code);
        }

        if (open.Visit is { Grant: null, Refusal: null })
            await advance.RefuseAsync(open, error, context.RequestAborted);
        return open.Visit.ReturnUrl;
    }
}
