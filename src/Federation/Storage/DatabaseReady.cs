using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrossBorder.Federation.Storage;

/// <summary>The database answers, and is at the version of this code.</summary>
internal sealed class DatabaseReady(DatabaseMigration migration) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await migration.IsPendingAsync(cancellationToken)
            ? HealthCheckResult.Unhealthy("The database is not at this version.")
            : HealthCheckResult.Healthy();
}
