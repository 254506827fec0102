using CrossBorder.Federation.Applications.Commitments;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Applications.Supplements;

internal static class SupplementsExtensions
{
    /// <summary>What residents commit to instead of a material, and what they hand in later.</summary>
    public static IServiceCollection AddSupplements(this IServiceCollection services)
    {
        services.AddSingleton<CommitmentStatements>();
        services.AddSingleton<SupplementFactory>();
        services.AddScoped<ISupplements, SupplementStore>();
        services.AddScoped<HandInMaterials>();
        services.AddSingleton<DeferralWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<DeferralWorker>());
        return services;
    }
}
