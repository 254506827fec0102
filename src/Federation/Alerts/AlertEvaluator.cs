using CrossBorder.Adapters.Ports;

namespace CrossBorder.Federation.Alerts;

/// <summary>Compares what is so with what is open: raises what is new, ends what is over, and writes down what is to be told, all in one transaction.</summary>
internal sealed class AlertEvaluator(
    IEnumerable<IAlertConditions> sources, IAlerts alerts, INotifiers notifiers, TimeProvider clock, ILogger<AlertEvaluator> logger)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = new Dictionary<(AlertKind, string), AlertCondition>();
        var looked = new HashSet<AlertKind>();
        foreach (var source in sources)
        {
            try
            {
                foreach (var condition in await source.FindAsync(now, cancellationToken))
                    found[(condition.Kind, condition.Subject)] = condition;
                looked.UnionWith(source.Kinds);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // What could not be looked at is neither raised nor taken for over.
                Log.ConditionsBroke(logger, fault, source.GetType().Name);
            }
        }

        await CompareAsync(found, looked, now, cancellationToken);
        await alerts.RemoveAsync(now - KeptFor, cancellationToken);
    }

    private async Task CompareAsync(
        Dictionary<(AlertKind, string), AlertCondition> found, HashSet<AlertKind> looked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var alert in await alerts.OpenAsync(cancellationToken))
        {
            if (found.Remove((alert.Kind, alert.Subject), out var condition))
            {
                alert.SeeAgain(condition, now);
            }
            else if (looked.Contains(alert.Kind))
            {
                alert.Resolve(now);
                Tell(alert, NoticeEvent.Resolved, now);
                Log.AlertEnded(logger, alert.Kind, alert.Subject);
            }
        }

        foreach (var condition in found.Values)
        {
            var alert = Alert.Raise(condition, now);
            alerts.Add(alert);
            Tell(alert, NoticeEvent.Raised, now);
            Log.AlertRaised(logger, alert.Severity, alert.Kind, alert.Subject);
        }

        await alerts.SaveAsync(cancellationToken);
    }

    private void Tell(Alert alert, NoticeEvent what, DateTimeOffset now)
    {
        foreach (var channel in notifiers.All.Where(channel => channel.Wants(alert.Severity)))
            // That a channel is down is told by the others.
            if (alert.Kind != AlertKind.ChannelDown || alert.Subject != channel.Name)
                alerts.Add(new AlertNotice { AlertId = alert.Id, Channel = channel.Name, Event = what, CreatedAt = now, DueAt = now });
    }
}
