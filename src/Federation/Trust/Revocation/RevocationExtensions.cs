using CrossBorder.Adapters.Homes;
using CrossBorder.Adapters.Revocation;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Trust.Revocation;

internal static class RevocationExtensions
{
    /// <summary>Revocation lists and responders, fetched on demand; who fetches them on schedule is for the host to say.</summary>
    public static IServiceCollection AddTrustRevocation(this IServiceCollection services)
    {
        services.AddRevocationSource();
        services.AddScoped<IRevocationLists, RevocationListStore>();
        services.AddScoped<IRevocationResponses, RevocationResponseStore>();
        services.AddKnownHomes();
        services.AddSingleton<RevocationListSources>();
        services.AddSingleton<RevocationLists>();
        services.AddSingleton<RevocationResponders>();
        services.AddSingleton<RevocationOnDemand>();
        services.AddSingleton<IRevocationFetches>(static provider => provider.GetRequiredService<RevocationOnDemand>());
        services.AddScoped<RevocationView>();
        services.AddScoped<FetchRevocation>();
        return services;
    }
}
