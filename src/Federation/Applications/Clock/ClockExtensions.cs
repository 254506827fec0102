using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Clock;

internal static class ClockExtensions
{
    public static void AddStatutoryClock(this IServiceCollection services)
    {
        services.AddSingleton<CalendarSource>();
        services.AddSettings<ClockOptions, ClockOptionsValidator>("Clock");
        services.AddSingleton(static provider => provider.GetRequiredService<CalendarSource>().Read(provider.GetRequiredService<IOptions<ClockOptions>>().Value).Value);
        services.AddSingleton<StatutoryTerms>();
        services.AddSingleton<ClockMetrics>();
        services.AddScoped<ClockMoves>();
        services.AddScoped<IDeliveryClocks, DeliveryClocks>();
        services.AddSingleton<ClockWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<ClockWorker>());
    }
}
