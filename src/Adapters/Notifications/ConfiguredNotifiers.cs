using CrossBorder.Adapters.Notifications.Email;
using CrossBorder.Adapters.Notifications.Webhook;
using CrossBorder.Adapters.Ports;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Notifications;

/// <summary>The ways of the settings.</summary>
internal sealed class ConfiguredNotifiers(
    IOptions<NotificationsOptions> options, IHttpClientFactory clients, IPartnerKeys keys, TimeProvider clock) : INotifiers
{
    public IReadOnlyList<INotifier> All { get; } =
    [
        .. options.Value.Email.Server.Length > 0 ? (INotifier[])[new EmailNotifier(options.Value.Email)] : [],
        .. options.Value.Webhooks.Select(hook => new WebhookNotifier(hook, clients, keys, clock)),
    ];
}
