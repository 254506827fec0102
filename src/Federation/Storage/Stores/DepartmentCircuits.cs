using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class DepartmentCircuits(HubDbContext context, IOptions<DeliveryOptions> options) : IDepartmentCircuits
{
    private readonly HubQueries queries = HubQueries.Of(context);

    public async Task<IReadOnlyDictionary<string, DepartmentCircuit>> NotClosedAsync(CancellationToken cancellationToken) =>
        await context.Set<DepartmentCircuit>().AsNoTracking().Where(circuit => circuit.OpenedAt != null)
            .ToDictionaryAsync(circuit => circuit.Department, StringComparer.Ordinal, cancellationToken);

    public async Task<bool> TryCanaryAsync(string department, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        await context.Set<DepartmentCircuit>().Where(circuit => circuit.Department == department && circuit.CanaryAt <= now)
            .ExecuteUpdateAsync(row => row
                .SetProperty(circuit => circuit.CanaryAt, until)
                .SetProperty(circuit => circuit.Version, circuit => circuit.Version + 1), cancellationToken) > 0;

    public Task NextCanaryAsync(string department, DateTimeOffset at, CancellationToken cancellationToken) =>
        context.Set<DepartmentCircuit>().Where(circuit => circuit.Department == department && circuit.CanaryAt != null)
            .ExecuteUpdateAsync(row => row
                .SetProperty(circuit => circuit.CanaryAt, at)
                .SetProperty(circuit => circuit.Version, circuit => circuit.Version + 1), cancellationToken);

    public async Task<(CircuitState Before, CircuitState After)> FailedAsync(string department, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var circuit = await context.Set<DepartmentCircuit>().FirstOrDefaultAsync(row => row.Department == department, cancellationToken)
                ?? context.Add(new DepartmentCircuit { Department = department }).Entity;
            var before = circuit.State;
            circuit.Fail(now, options.Value);
            if (await StoredAsync(cancellationToken))
                return (before, circuit.State);
        }
    }

    public async Task<(CircuitState Before, CircuitState After)> SucceededAsync(string department, CancellationToken cancellationToken)
    {
        if (!await queries.CircuitIsDisturbed(context, department, cancellationToken))
            return (CircuitState.Closed, CircuitState.Closed);
        while (true)
        {
            var circuit = await context.Set<DepartmentCircuit>()
                .FirstOrDefaultAsync(row => row.Department == department && (row.OpenedAt != null || row.Failures > 0), cancellationToken);
            if (circuit is null)
                return (CircuitState.Closed, CircuitState.Closed);

            var before = circuit.State;
            var waits = before != CircuitState.Closed && await context.Set<Delivery>()
                .AnyAsync(delivery => delivery.Status == DeliveryStatus.Queued && delivery.Department == department, cancellationToken);
            circuit.Succeed(options.Value.PerDepartment, nothingWaits: !waits);
            if (await StoredAsync(cancellationToken))
                return (before, circuit.State);
        }
    }

    // Where another hand-over was counted meanwhile, this one is counted on top of it: one of them always gets through.
    private async Task<bool> StoredAsync(CancellationToken cancellationToken)
    {
        var stored = await context.TrySaveAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return stored;
    }
}
