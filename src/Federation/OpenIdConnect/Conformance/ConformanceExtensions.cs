using CrossBorder.Federation.Storage.Stores;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Conformance;

internal static class ConformanceExtensions
{
    // Before the response is written, which ends the chain.
    private const int First = int.MinValue + 1000;

    /// <summary>What relying parties' traffic shows of them.</summary>
    public static IServiceCollection AddConformance(this IServiceCollection services)
    {
        services.AddSingleton<ConformanceBook>();
        services.AddScoped<IConformanceCounts, ConformanceStore>();
        services.AddScoped<ReadConformance>();
        services.AddHostedService<ConformanceWorker>();
        services.AddOpenIddict().AddServer(static server =>
        {
            server.AddEventHandler<ApplyAuthorizationResponseContext>(handler => handler.UseSingletonHandler<ObserveAuthorizations>().SetOrder(First));
            server.AddEventHandler<ApplyPushedAuthorizationResponseContext>(handler => handler.UseSingletonHandler<ObserveAuthorizations>().SetOrder(First));
            server.AddEventHandler<ApplyEndSessionResponseContext>(handler => handler.UseSingletonHandler<ObserveAuthorizations>().SetOrder(First));
            server.AddEventHandler<ApplyTokenResponseContext>(handler => handler.UseSingletonHandler<ObserveTokens>().SetOrder(First));
        });
        return services;
    }
}
