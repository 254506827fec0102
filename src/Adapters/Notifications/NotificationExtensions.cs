using CrossBorder.Adapters.Notifications.Email;
using CrossBorder.Adapters.Notifications.Webhook;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Notifications;

/// <summary>Registration of the ways to tell of alerts.</summary>
public static class NotificationExtensions
{
    /// <summary>E-mail and webhooks as section <c>Alerts</c> says.</summary>
    /// <param name="services">Where they are registered.</param>
    /// <param name="resolve">Makes a file of the settings a full path.</param>
    public static IServiceCollection AddNotifications(this IServiceCollection services, Func<IServiceProvider, string, string> resolve)
    {
        services.AddSingleton<IValidateOptions<NotificationsOptions>, NotificationsOptionsValidator>();
        services.AddOptions<NotificationsOptions>().Configure<IServiceProvider>((options, provider) =>
        {
            provider.GetRequiredService<IConfiguration>().GetSection("Alerts").Bind(options);
            if (options.Email.PasswordFile.Length > 0)
                options.Email.PasswordFile = resolve(provider, options.Email.PasswordFile);
        }).ValidateOnStart();
        services.AddPartnerClient(WebhookNotifier.Client);
        services.AddSingleton<INotifiers, ConfiguredNotifiers>();
        return services;
    }

    /// <summary>E-mail to residents as section <c>ResidentNotices</c> says.</summary>
    /// <param name="services">Where it is registered.</param>
    /// <param name="resolve">Makes a file of the settings a full path.</param>
    public static IServiceCollection AddResidentMail(this IServiceCollection services, Func<IServiceProvider, string, string> resolve)
    {
        services.AddSingleton<IValidateOptions<ResidentMailOptions>, ResidentMailOptionsValidator>();
        services.AddOptions<ResidentMailOptions>().Configure<IServiceProvider>((options, provider) =>
        {
            provider.GetRequiredService<IConfiguration>().GetSection("ResidentNotices").Bind(options);
            if (options.Email.PasswordFile.Length > 0)
                options.Email.PasswordFile = resolve(provider, options.Email.PasswordFile);
        }).ValidateOnStart();
        services.AddSingleton<IMailer, SmtpMailer>();
        return services;
    }
}
