using CrossBorder.Federation.Storage.Backup;

namespace CrossBorder.Federation.Backup;

internal static class BackupExtensions
{
    public static IServiceCollection AddBackup(this IServiceCollection services)
    {
        services.AddScoped<IBackupTables, BackupTables>();
        services.AddScoped<IRestoredTables, RestoredTables>();
        services.AddScoped<HubKeyFiles>();
        services.AddScoped<CreateBackup>();
        services.AddScoped<RestoreBackup>();
        return services;
    }
}
