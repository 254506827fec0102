using System.Diagnostics.Metrics;

namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>What waits for each department and whose circuit is not closed: the same on every node, as of its last look.</summary>
internal sealed class BacklogMetrics : IDisposable
{
    private readonly Meter meter;
    private readonly TimeProvider clock;
    private volatile IReadOnlyList<Backlog> waiting = [];
    private volatile IReadOnlyList<DeadLetterGroup> dead = [];
    private volatile IReadOnlyList<DepartmentCircuit> circuits = [];

    public BacklogMetrics(IMeterFactory meters, TimeProvider clock)
    {
        this.clock = clock;
        meter = meters.Create(ApplicationMetrics.Meter);
        meter.CreateObservableGauge("crossborder.deliveries.waiting", Waiting, "{delivery}", "Deliveries that wait, by department");
        meter.CreateObservableGauge("crossborder.deliveries.oldest.age", Ages, "s", "How long the oldest waiting delivery has waited, by department");
        meter.CreateObservableGauge("crossborder.deliveries.dead", Dead, "{delivery}", "Dead letters, by department and cause");
        meter.CreateObservableGauge("crossborder.circuits.open", Circuits, "{circuit}", "Departments to which not everything flows, by state");
    }

    public async Task TakeAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var letters = scope.ServiceProvider.GetRequiredService<IDeadLetters>();
        waiting = await letters.BacklogAsync(cancellationToken);
        dead = await letters.GroupsAsync(clock.GetUtcNow(), cancellationToken);
        circuits = [.. (await scope.ServiceProvider.GetRequiredService<IDepartmentCircuits>().NotClosedAsync(cancellationToken)).Values];
    }

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<int>> Waiting() =>
        waiting.Select(line => new Measurement<int>(line.Waiting, new KeyValuePair<string, object?>("department", line.Department)));

    private IEnumerable<Measurement<double>> Ages() => waiting.Select(line => new Measurement<double>(
        Math.Round((clock.GetUtcNow() - line.Oldest).TotalSeconds), new KeyValuePair<string, object?>("department", line.Department)));

    private IEnumerable<Measurement<int>> Dead() =>
        dead.Select(group => new Measurement<int>(group.Count, new("department", group.Department), new("cause", group.Cause ?? "")));

    private IEnumerable<Measurement<int>> Circuits() => circuits.Select(circuit => new Measurement<int>(
        1, new("department", circuit.Department), new("state", circuit.State.ToString())));
}
