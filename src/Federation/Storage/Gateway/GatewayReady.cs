using CrossBorder.Federation.AssertionGateway.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrossBorder.Federation.Storage.Gateway;

/// <summary>The database answers, and has the gateway's tables.</summary>
internal sealed class GatewayReady(GatewayDbContext context) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext ready, CancellationToken cancellationToken = default)
    {
        await context.Set<VisitRow>().AnyAsync(row => row.Id == "", cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
