using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Homes;

internal static class HomesExtensions
{
    /// <summary>Homes as rows. The schemes themselves come with AddSignIn.</summary>
    public static IServiceCollection AddHomeProviders(this IServiceCollection services)
    {
        services.AddScoped<IHomeProviders, HomeProviderStore>();
        services.AddScoped<OfficerHomes>();
        services.AddSingleton<HomeWatch>();
        services.AddSingleton<HomeWatchWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<HomeWatchWorker>());
        services.AddSingleton<EndedHomeWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<EndedHomeWorker>());
        return services;
    }
}
