using CrossBorder.Adapters.Notifications;
using CrossBorder.Federation.Alerts.Conditions;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Alerts;

internal static class AlertsExtensions
{
    /// <summary>Alerts. A feature with a condition of its own adds its <see cref="IAlertConditions"/>, a kind and a sentence.</summary>
    public static void AddAlerts(this IServiceCollection services)
    {
        services.AddNotifications(static (provider, path) => provider.GetRequiredService<SettingsPaths>().Resolve(path));
        services.AddScoped<IAlerts, AlertStore>();
        services.AddScoped<IAlertFacts, AlertFacts>();
        services.AddScoped<IAlertConditions, ExpiryConditions>();
        services.AddScoped<IAlertConditions, RevocationConditions>();
        services.AddScoped<IAlertConditions, RefusalConditions>();
        services.AddScoped<IAlertConditions, AuditConditions>();
        services.AddScoped<IAlertConditions, DeliveryConditions>();
        services.AddScoped<IAlertConditions, ClockConditions>();
        services.AddScoped<IAlertConditions, CalendarConditions>();
        services.AddScoped<IAlertConditions, DepartmentConditions>();
        services.AddScoped<IAlertConditions, ChangeConditions>();
        services.AddScoped<IAlertConditions, ChannelConditions>();
        services.AddScoped<IAlertConditions, KeyConditions>();
        services.AddScoped<AlertEvaluator>();
        services.AddScoped<AcknowledgeAlert>();
        services.AddSingleton<AlertSender>();
        services.AddSingleton<AlertMetrics>();
        services.AddSingleton<AlertWorker>();
        services.AddHostedService(static provider => provider.GetRequiredService<AlertWorker>());
        services.AddHostedService<AlertSending>();
    }
}
