using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Alerts;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class AlertStore(HubDbContext context) : IAlerts
{
    public async Task<IReadOnlyList<Alert>> OpenAsync(CancellationToken cancellationToken) =>
        await context.Set<Alert>().Where(alert => alert.ResolvedAt == null).OrderBy(alert => alert.RaisedAt).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Alert>> LatestAsync(int most, CancellationToken cancellationToken) =>
        await context.Set<Alert>().AsNoTracking()
            .OrderBy(alert => alert.ResolvedAt != null).ThenBy(alert => alert.AcknowledgedAt != null).ThenByDescending(alert => alert.RaisedAt)
            .Take(most).ToListAsync(cancellationToken);

    public Task<Alert?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.Set<Alert>().FirstOrDefaultAsync(alert => alert.Id == id, cancellationToken);

    public Task<int> UnseenAsync(CancellationToken cancellationToken) =>
        context.Set<Alert>().CountAsync(alert => alert.ResolvedAt == null && alert.AcknowledgedAt == null, cancellationToken);

    public async Task<IReadOnlyList<(AlertKind Kind, NoticeSeverity Severity, int Count)>> CountsAsync(CancellationToken cancellationToken)
    {
        var counts = await context.Set<Alert>().Where(alert => alert.ResolvedAt == null)
            .GroupBy(alert => new { alert.Kind, alert.Severity })
            .Select(group => new { group.Key.Kind, group.Key.Severity, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return [.. counts.Select(count => (count.Kind, count.Severity, count.Count))];
    }

    public void Add(Alert alert) => context.Add(alert);

    public void Add(AlertNotice notice) => context.Add(notice);

    public async Task<IReadOnlyList<(AlertNotice Notice, Alert Alert)>> DueAsync(string channel, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var oldest = now - AlertNotice.GivenUpAfter;
        var due = await context.Set<AlertNotice>().Where(notice => notice.Channel == channel && notice.SentAt == null && notice.DueAt <= now && notice.CreatedAt > oldest
                // An end must not overtake the beginning that is still to be told: who hears it last would take the alert for open.
                && !context.Set<AlertNotice>().Any(earlier => earlier.Channel == channel && earlier.AlertId == notice.AlertId
                    && earlier.Id < notice.Id && earlier.SentAt == null && earlier.CreatedAt > oldest))
            .OrderBy(notice => notice.Id).Take(most)
            .Join(context.Set<Alert>(), notice => notice.AlertId, alert => alert.Id, (notice, alert) => new { notice, alert })
            .ToListAsync(cancellationToken);
        return [.. due.Select(pair => (pair.notice, pair.alert))];
    }

    public async Task<IReadOnlyList<(string Channel, DateTimeOffset Since, string Fault)>> FailingAsync(
        int attempts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var oldest = now - AlertNotice.GivenUpAfter;
        var failing = await context.Set<AlertNotice>().AsNoTracking()
            .Where(notice => notice.SentAt == null && notice.Attempts >= attempts && notice.LastFault != null && notice.CreatedAt > oldest)
            .OrderBy(notice => notice.Id).Select(notice => new { notice.Channel, notice.CreatedAt, notice.LastFault }).ToListAsync(cancellationToken);
        return [.. failing.GroupBy(notice => notice.Channel, StringComparer.Ordinal)
            .Select(channel => (channel.Key, channel.Min(notice => notice.CreatedAt), channel.Last().LastFault!))];
    }

    public async Task RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var givenUp = before - AlertNotice.GivenUpAfter;
        await context.Set<AlertNotice>().Where(notice => notice.SentAt < before || notice.CreatedAt < givenUp).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Alert>().Where(alert => alert.ResolvedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<Outcome<bool>> SaveAsync(CancellationToken cancellationToken) =>
        await context.TrySaveAsync(cancellationToken) ? true : ErrorCatalogue.AlertNotNow.With("Another officer or node raised or changed it at the same moment.");
}
