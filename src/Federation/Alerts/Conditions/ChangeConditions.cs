using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Trust.Changes;

namespace CrossBorder.Federation.Alerts.Conditions;

/// <summary>Emergencies that nobody has reviewed, and windows of confirmation of which at most an hour is left.</summary>
internal sealed class ChangeConditions(ITrustChanges changes) : IAlertConditions
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.EmergencyUnreviewed, AlertKind.ConfirmationDue };

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await changes.AllAsync(cancellationToken)).Where(change => change.State == TrustChangeState.InForce)
            .Select(change => Find(change, now)).OfType<AlertCondition>()];

    private static AlertCondition? Find(TrustChange change, DateTimeOffset now)
    {
        var id = change.Id.ToString("N");
        if (change.IsEmergency)
            return new(AlertKind.EmergencyUnreviewed, id, NoticeSeverity.Critical, change.ProposedBy, AlertMoments.Minute(change.ProposedAt));
        return change.ConfirmBy is { } end && end - now <= Soon
            ? new(AlertKind.ConfirmationDue, id, NoticeSeverity.Critical, AlertMoments.Minute(end))
            : null;
    }
}
