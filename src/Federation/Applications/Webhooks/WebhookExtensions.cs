using CrossBorder.Adapters.RelyingParties;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Applications.Webhooks;

internal static class WebhookExtensions
{
    /// <summary>Signed notices to clients of what becomes of the cases that were filed through them.</summary>
    public static IServiceCollection AddStatusWebhooks(this IServiceCollection services)
    {
        services.AddSettings<StatusWebhooksOptions, StatusWebhooksOptionsValidator>("StatusWebhooks");
        services.AddSettings<WebhookClientsOptions, WebhookClientsOptionsValidator>("");
        services.AddStatusChannel();
        services.AddSingleton<StatusWatchers>();
        services.AddScoped<IHearing, Hearing>();
        services.AddNoticeQueue<StatusNotice, StatusWebhooksOptions, WebhookSender>();
        return services;
    }
}
