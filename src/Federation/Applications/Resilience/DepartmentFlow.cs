using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>Tells a department's circuit how hand-overs ended, and how many more may begin.</summary>
internal sealed class DepartmentFlow(
    IDepartmentCircuits circuits, IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<DepartmentFlow> logger)
{
    /// <summary>How many may be taken now; for an open circuit the one canary, if it is time and nobody else sends it.</summary>
    /// <param name="department">Slug.</param>
    /// <param name="circuit">How it stands; null while everything flows.</param>
    /// <param name="busy">How many are under way on this node.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<int> FreeAsync(string department, DepartmentCircuit? circuit, int busy, CancellationToken cancellationToken)
    {
        var most = options.Value.PerDepartment;
        if (circuit is not { State: CircuitState.Open })
            return Math.Min(most, circuit?.Allowance ?? most) - busy;

        var now = clock.GetUtcNow();
        return circuit.CanaryAt <= now && await circuits.TryCanaryAsync(department, now, now + options.Value.Lease, cancellationToken) ? 1 : 0;
    }

    /// <summary>A refusal in so many words is about one delivery: the department is there, so it opens nothing.</summary>
    public async Task FailedAsync(string department, Error fault, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (fault.Code == ErrorCatalogue.PartnerRefused.Code)
        {
            await circuits.NextCanaryAsync(department, now + options.Value.CanaryEvery, cancellationToken);
            return;
        }

        var (before, after) = await circuits.FailedAsync(department, now, cancellationToken);
        if (before != after)
            Log.CircuitOpened(logger, department, fault.Code);
    }

    public async Task SucceededAsync(string department, CancellationToken cancellationToken)
    {
        var (before, after) = await circuits.SucceededAsync(department, cancellationToken);
        if (before != after)
            Log.CircuitMoved(logger, department, before, after);
    }
}
