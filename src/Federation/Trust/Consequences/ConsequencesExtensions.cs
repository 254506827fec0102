using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Trust.Consequences;

internal static class ConsequencesExtensions
{
    /// <summary>Rehearsals before a change of trust, and what follows after one.</summary>
    public static IServiceCollection AddTrustConsequences(this IServiceCollection services)
    {
        services.AddScoped<ITrustDependents, TrustDependentsStore>();
        services.AddScoped<IBlastRadius, BlastRadiusStore>();
        services.AddScoped<FindResting>();
        services.AddScoped<ExportResting>();
        services.AddScoped<RehearseChange>();
        services.AddScoped<SettleTrust>();
        services.AddScoped<PathStanding>();
        return services;
    }
}
