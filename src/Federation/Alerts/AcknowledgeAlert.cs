using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Alerts;

/// <summary>An officer says that they have seen an alert: the others need not look for it. With its audit entry, in one transaction.</summary>
internal sealed class AcknowledgeAlert(IAlerts alerts, IAuditLog audit, TimeProvider clock)
{
    /// <summary>CB6140 and CB6141.</summary>
    public async Task<Outcome<Alert>> RunAsync(Guid id, string officer, CancellationToken cancellationToken)
    {
        if (await alerts.FindAsync(id, cancellationToken) is not { } alert)
            return ErrorCatalogue.AlertUnknown.With("There is no alert of that number.");
        var acknowledged = alert.Acknowledge(officer, clock.GetUtcNow());
        if (!acknowledged.Succeeded)
            return acknowledged;

        audit.Record("alert.acknowledged", AuditActors.Officer, id.ToString("N"), new Dictionary<string, string>
        {
            ["actor"] = officer, ["alert"] = alert.Kind.ToString(), ["about"] = alert.Subject,
        });
        return (await alerts.SaveAsync(cancellationToken)).Map(_ => alert);
    }
}
