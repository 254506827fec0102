using System.Globalization;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Trust.Records;

namespace CrossBorder.Federation.Alerts.Conditions;

/// <summary>
/// A party that is refused for one reason far more often than is usual for it: at least 20 times within an hour, and five times the mean
/// of the seven days before. The hour is the one that runs, or the one before it.
/// </summary>
internal sealed class RefusalConditions(ITrustUsage usage) : IAlertConditions
{
    public const int Least = 20;
    public const int Times = 5;
    public const int Days = 7;

    public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.UnusualRefusals };

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Find(await usage.RefusalCountsAsync(Hour(now).AddDays(-Days), cancellationToken), now);

    internal static IReadOnlyList<AlertCondition> Find(IReadOnlyList<TrustCount> counts, DateTimeOffset now)
    {
        var recent = Hour(now).AddHours(-1);
        return [.. counts.Where(count => count.Code is not null).GroupBy(count => (count.Party, Code: count.Code!))
            .Select(group => (group.Key,
                Now: group.Where(count => count.Hour >= recent).GroupBy(count => count.Hour).Select(hour => hour.Sum(count => count.Count)).DefaultIfEmpty().Max(),
                Usual: group.Where(count => count.Hour < recent).Sum(count => count.Count) / (double)((Days * 24) - 1)))
            .Where(found => found.Now >= Least && found.Now >= Times * found.Usual)
            .Select(found => new AlertCondition(
                AlertKind.UnusualRefusals, $"{found.Key.Party}|{found.Key.Code}", NoticeSeverity.Warning, found.Key.Party, found.Key.Code,
                found.Now.ToString(CultureInfo.InvariantCulture), found.Usual.ToString("0.#", CultureInfo.InvariantCulture)))];
    }

    private static DateTimeOffset Hour(DateTimeOffset at) => new(at.UtcDateTime.Date.AddHours(at.UtcDateTime.Hour), TimeSpan.Zero);
}
