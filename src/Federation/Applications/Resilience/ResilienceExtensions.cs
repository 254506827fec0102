using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Applications.Resilience;

internal static class ResilienceExtensions
{
    public static IServiceCollection AddDepartmentResilience(this IServiceCollection services)
    {
        services.AddSingleton<BacklogMetrics>();
        services.AddHostedService<BacklogWatch>();
        services.AddScoped<IDepartmentCircuits, DepartmentCircuits>();
        services.AddScoped<DepartmentFlow>();
        services.AddScoped<IMaintenanceWindows, MaintenanceWindows>();
        services.AddScoped<Maintenance>();
        services.AddScoped<IDeadLetters, DeadLetters>();
        services.AddScoped<IRedrives, Redrives>();
        services.AddScoped<RedriveDeliveries>();
        return services;
    }

    public static void AddPlannedMaintenance(this IServiceCollection services)
    {
        services.AddSettings<PlannedMaintenanceOptions, PlannedMaintenanceOptionsValidator>("");
        services.AddSingleton<PlannedMaintenance>();
        services.AddHostedService(static provider => provider.GetRequiredService<PlannedMaintenance>());
    }
}
