using CrossBorder.Adapters.Witnesses;
using CrossBorder.Federation.Audit.Witnesses;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Audit;

internal static class AuditExtensions
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSettings<AuditOptions, AuditOptionsValidator>("Audit");
        services.AddScoped<IAuditLog, AuditLog>();
        services.AddScoped<IAuditLinks, AuditLinks>();
        services.AddScoped<AuditReading>();
        services.AddSingleton<CheckpointSigner>();
        services.AddSingleton<AuditLinker>();
        services.AddHostedService<AuditLinking>();
        services.AddAuditWitnesses(static (provider, path) => provider.GetRequiredService<SettingsPaths>().Resolve(path));
        services.AddScoped<IWitnessHandovers, WitnessHandovers>();
        services.AddSingleton<WitnessDesk>();
        services.AddHostedService<WitnessWorker>();
    }
}
