using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Alerts;

/// <summary>Compares what is so with what is open: raises what is new, ends what is over, and writes down what is to be told, all in one transaction.</summary>
internal sealed class AlertEvaluator(
    IEnumerable<IAlertConditions> sources, IAlerts alerts, INotifiers notifiers, TimeProvider clock, ILogger<AlertEvaluator> logger)
{
    private const int Tries = 3;

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

        // An officer or another node may be faster: then what they did is looked at too.
        for (var tries = 1; await CompareAsync(found, looked, now, cancellationToken) is { Succeeded: false } refused; tries++)
            if (tries == Tries)
            {
                Log.NotCompared(logger, refused.Error.Code, refused.Error.Detail);
                break;
            }

        await alerts.RemoveAsync(now - KeptFor, cancellationToken);
    }

    private async Task<Outcome<bool>> CompareAsync(
        IReadOnlyDictionary<(AlertKind, string), AlertCondition> conditions, HashSet<AlertKind> looked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(AlertKind, string), AlertCondition>(conditions);
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

        return await alerts.SaveAsync(cancellationToken);
    }

    private void Tell(Alert alert, NoticeEvent what, DateTimeOffset now)
    {
        foreach (var channel in notifiers.All.Where(channel => channel.Wants(alert.Severity)))
            // That a channel is down is told by the others.
            if (alert.Kind != AlertKind.ChannelDown || alert.Subject != channel.Name)
                alerts.Add(new AlertNotice { AlertId = alert.Id, Channel = channel.Name, Event = what, CreatedAt = now, DueAt = now });
    }
}
