using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Proactive;

internal static class ProactiveExtensions
{
    /// <summary>Services that are offered before anybody asks (免申即享), to residents who turned it on.</summary>
    public static IServiceCollection AddProactive(this IServiceCollection services)
    {
        services.AddScoped<IProactiveStore, ProactiveStore>();
        services.AddScoped<LookForOffers>();
        services.AddScoped<ResidentOffers>();
        services.AddScoped<ProactiveChoice>();
        services.AddScoped<OfferLetters>();
        services.AddSettings<OffersOptions, OffersOptionsValidator>("Offers");
        services.AddSingleton<OffersWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<OffersWorker>());
        return services;
    }

    public static void MapProactive(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/offers").RequireAuthorization(HubPolicies.Applications).WithTags("Offers");
        api.MapGet("", OfferEndpoints.List).Produces<OfferListBody>()
            .WithName("ListOffers")
            .WithSummary("Services that were found for the resident")
            .WithDescription(
                "Off until the resident turns it on at page, and separately lets services have it: until then enabled is false and offers is empty. uses names " +
                "what the reason rests on, without values. Each first fetch of a session stands in the resident's list of who got their data.");
        api.MapPost("/{id}/dismiss", OfferEndpoints.Dismiss).Produces(StatusCodes.Status204NoContent)
            .WithName("DismissOffer")
            .WithSummary("The resident is not interested")
            .WithDescription("Hidden until the facts that it rests on are others, or 12 months are over. An id that is not the caller's is unknown (CB5185).");
    }
}
