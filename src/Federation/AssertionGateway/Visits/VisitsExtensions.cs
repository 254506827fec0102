using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Hosting.Operations;

namespace CrossBorder.Federation.AssertionGateway.Visits;

internal static class VisitsExtensions
{
    public static void AddVisits(this IServiceCollection services)
    {
        services.AddScoped<VisitBook>();
        services.AddScoped<AdvanceVisit>();
        services.AddScoped<IHomeFailures, VisitFailures>();
    }

    public static void MapVisits(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(WaitingEndpoint.Path, WaitingEndpoint.HandleAsync);
        routes.MapGet(GatewayPage.EndPath + "{code}", GatewayPage.Ended);
        // One address calls for all residents.
        routes.MapPost("/iamsmart/callbacks/{question}", CallbackEndpoint.HandleAsync).ForMachines();
    }
}
