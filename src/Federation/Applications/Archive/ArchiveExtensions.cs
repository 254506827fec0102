using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Applications.Archive;

internal static class ArchiveExtensions
{
    public static void AddCaseArchive(this IServiceCollection services)
    {
        services.AddSettings<ArchiveOptions, ArchiveOptionsValidator>("Applications");
        services.AddScoped<ICaseArchive, CaseArchive>();
        services.AddSingleton<ArchiveWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<ArchiveWorker>());
    }
}
