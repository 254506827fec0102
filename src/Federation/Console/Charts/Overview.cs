using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Federation.Trust.Records;

namespace CrossBorder.Federation.ConsolePages.Charts;

/// <summary>All that the home page shows, of one moment.</summary>
internal sealed class Overview(IAlerts alerts, ITrustChanges changes, TrustInventory inventory, ITrustUsage usage, KeyOverview keys, TimeProvider clock)
{
    private const int MostAlerts = 5;

    /// <param name="trust">Whether who looks may see changes, certificates and keys; where not, they are not read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<OverviewFacts> ReadAsync(bool trust, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var counts = await usage.CountsAsync(new DateTimeOffset(now.UtcDateTime.Date.AddDays(1 - VerdictChart.Days), TimeSpan.Zero), cancellationToken);
        return new OverviewFacts(
            now,
            await alerts.UnseenAsync(cancellationToken),
            [.. (await alerts.LatestAsync(MostAlerts, cancellationToken)).Where(alert => alert is { ResolvedAt: null, AcknowledgedAt: null })],
            trust ? await changes.OpenAsync(cancellationToken) : [],
            trust ? await inventory.ListAsync(cancellationToken) : [],
            counts,
            trust ? await LaggardsAsync(cancellationToken) : 0);
    }

    private async Task<int> LaggardsAsync(CancellationToken cancellationToken) =>
        (await keys.LookAsync(cancellationToken)).Where(key => key.Key.State is KeyState.Announced or KeyState.Retiring).SelectMany(key => key.Laggards).Distinct().Count();
}

internal sealed record OverviewFacts(
    DateTimeOffset Now, int Unseen, IReadOnlyList<Alert> Alerts, IReadOnlyList<TrustChange> Changes, IReadOnlyList<InventoryEntry> Inventory,
    IReadOnlyList<TrustCount> Counts, int Laggards)
{
    public int Waiting => Changes.Count(change => change.State == TrustChangeState.Proposed);

    public int Emergencies => Changes.Count(change => change is { State: TrustChangeState.InForce, IsEmergency: true });

    public int ToConfirm => Changes.Count(change => change is { State: TrustChangeState.InForce, IsEmergency: false, ConfirmBy: not null });

    public int EndingSoon => Inventory.Count(entry => entry.State is InventoryState.Active && entry.NotAfter < Now.AddDays(30));
}
