using CrossBorder.Adapters.Ports;

namespace CrossBorder.Federation.Alerts.Conditions;

/// <summary>Channels that did not take a notice three times: within ten minutes of the first.</summary>
internal sealed class ChannelConditions(IAlerts alerts, INotifiers notifiers) : IAlertConditions
{
    private const int Attempts = 3;

    public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.ChannelDown };

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await alerts.FailingAsync(Attempts, now, cancellationToken))
            // What was told to a channel that is configured no more bothers nobody.
            .Where(failing => notifiers.All.Any(channel => channel.Name == failing.Channel))
            .Select(failing => new AlertCondition(
                AlertKind.ChannelDown, failing.Channel, NoticeSeverity.Warning, failing.Channel, AlertMoments.Minute(failing.Since), failing.Fault))];
}
