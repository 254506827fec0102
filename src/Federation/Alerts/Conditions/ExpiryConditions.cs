using System.Globalization;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Trust.Inventory;

namespace CrossBorder.Federation.Alerts.Conditions;

/// <summary>Certificates that end: an alert at 90, 30, 7 and 1 days before, and one when it is over. The later takes the place of the earlier.</summary>
internal sealed class ExpiryConditions(TrustInventory inventory) : IAlertConditions
{
    private static readonly int[] Thresholds = [1, 7, 30, 90];

    // What ended and was left in the settings is no news for ever.
    private static readonly TimeSpan ToldAfterTheEnd = TimeSpan.FromDays(30);

    public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.CertificateEnds, AlertKind.KeyEnds };

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await inventory.ListAsync(cancellationToken)).Where(entry => entry.State is InventoryState.Active or InventoryState.Expired)
            .Select(entry => Find(entry, now)).OfType<AlertCondition>()];

    internal static AlertCondition? Find(InventoryEntry entry, DateTimeOffset now)
    {
        if (entry.NotAfter is not { } end)
            return null;

        var left = end - now;
        var kind = entry.Kind == InventoryKind.HubKey ? AlertKind.KeyEnds : AlertKind.CertificateEnds;
        if (left <= TimeSpan.Zero)
            return left > -ToldAfterTheEnd ? new(kind, $"{entry.Fingerprint}:0", NoticeSeverity.Critical, entry.Name, AlertMoments.Day(end), AlertText.Over) : null;

        var threshold = Thresholds.FirstOrDefault(days => left <= TimeSpan.FromDays(days));
        var severity = threshold switch { 90 => NoticeSeverity.Information, 30 => NoticeSeverity.Warning, _ => NoticeSeverity.Critical };
        return threshold == 0 ? null : new(kind, $"{entry.Fingerprint}:{threshold}", severity,
            entry.Name, AlertMoments.Day(end), ((int)left.TotalDays).ToString(CultureInfo.InvariantCulture));
    }
}
