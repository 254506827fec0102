using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Alerts;

/// <summary>Sends what is written down, each channel for itself: one that is down keeps neither the others waiting nor those who look for conditions.</summary>
internal sealed class AlertSender(INotifiers notifiers, IServiceScopeFactory scopes, TimeProvider clock, ILogger<AlertSender> logger)
{
    private const int Most = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public Task SendAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(notifiers.All.Select(channel => SendAsync(channel, cancellationToken)));

    private async Task SendAsync(INotifier channel, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<INodeLeases>().TryTakeAsync(channel.Name, Lease, cancellationToken))
            return;

        var alerts = scope.ServiceProvider.GetRequiredService<IAlerts>();
        foreach (var (notice, alert) in await alerts.DueAsync(channel.Name, clock.GetUtcNow(), Most, cancellationToken))
        {
            var sent = await TellAsync(channel, NoticeOf(notice, alert), cancellationToken);
            if (sent.Succeeded)
            {
                notice.Sent(clock.GetUtcNow());
            }
            else
            {
                notice.Failed(sent.Error.Code, clock.GetUtcNow());
                Log.NotTold(logger, channel.Name, sent.Error.Code, sent.Error.Detail);
            }

            await alerts.SaveAsync(cancellationToken);
            // The next one would meet the same wall.
            if (!sent.Succeeded)
                return;
        }
    }

    // A secret that cannot be read or a module that does not sign is a channel that is down: waited for longer each time, and an alert itself.
    private async Task<Outcome<bool>> TellAsync(INotifier channel, Notice notice, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.SendAsync(notice, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.ChannelBroke(logger, fault, channel.Name);
            return ErrorCatalogue.NotifierUnreachable.With(fault.GetType().Name);
        }
    }

    private static Notice NoticeOf(AlertNotice notice, Alert alert) => new(
        alert.Id.ToString("N"), alert.Kind.ToString(), alert.Subject, alert.Severity, notice.Event,
        notice.Event == NoticeEvent.Raised ? alert.RaisedAt : notice.CreatedAt, AlertText.Of(alert));
}
