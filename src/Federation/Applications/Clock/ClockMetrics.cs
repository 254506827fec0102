using System.Diagnostics.Metrics;

namespace CrossBorder.Federation.Applications.Clock;

/// <summary>Whether departments keep their time.</summary>
internal sealed class ClockMetrics
{
    private readonly Counter<long> decided;
    private volatile IReadOnlyList<Measurement<int>> overdue = [];

    public ClockMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(ApplicationMetrics.Meter);
        decided = meter.CreateCounter<long>("crossborder.deliveries.decided", "{delivery}", "Decisions of departments, by whether they came in time");
        meter.CreateObservableGauge("crossborder.deliveries.overdue", () => overdue, "{delivery}", "Decisions that are overdue, by department");
    }

    public void Decided(string department, bool onTime) =>
        decided.Add(1, new("department", department), new("on_time", onTime));

    /// <summary>The same on every node, as of its last look.</summary>
    public void Take(IReadOnlyList<OverdueDecisions> departments) =>
        overdue = [.. departments.Select(department => new Measurement<int>(department.Count, new KeyValuePair<string, object?>("department", department.Department)))];
}
