using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;

namespace CrossBorder.Federation.Tests.Applications.Resilience;

/// <summary>How a circuit opens, what lets more through, and how it closes.</summary>
public sealed class DepartmentCircuitTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly DeliveryOptions Options = new();

    [Fact]
    public void It_opens_after_so_many_failures_in_a_row_and_not_before()
    {
        var circuit = Fresh();
        Fail(circuit, Options.OpenAfter - 1);
        circuit.Succeed(Options.PerDepartment, nothingWaits: false);
        Fail(circuit, Options.OpenAfter - 1);
        Assert.Equal(CircuitState.Closed, circuit.State);

        Fail(circuit, 1);
        Assert.Equal((CircuitState.Open, Now, Now + Options.CanaryEvery), (circuit.State, circuit.OpenedAt, circuit.CanaryAt));
    }

    [Fact]
    public void After_the_canary_more_flows_in_growing_steps_until_all_does()
    {
        var circuit = Opened();
        var steps = new List<int>();
        for (var receipts = 0; circuit.State != CircuitState.Closed && receipts < 100; receipts++)
        {
            circuit.Succeed(8, nothingWaits: false);
            steps.Add(circuit.Allowance);
        }

        // The canary, two at a time, four at a time, and then the whole share of eight.
        Assert.Equal([2, 2, 4, 4, 4, 4, 0], steps);
        Assert.Equal((0, (DateTimeOffset?)null, (DateTimeOffset?)null), (circuit.Failures, circuit.OpenedAt, circuit.CanaryAt));
    }

    [Fact]
    public void A_failure_on_the_way_back_opens_it_again_at_once()
    {
        var circuit = Opened();
        circuit.Succeed(8, nothingWaits: false);
        circuit.Fail(Now.AddMinutes(1), Options);

        Assert.Equal((CircuitState.Open, Now, Now.AddMinutes(1) + Options.CanaryEvery), (circuit.State, circuit.OpenedAt, circuit.CanaryAt));
    }

    [Fact]
    public void With_nothing_left_to_hold_back_the_canary_closes_it()
    {
        var circuit = Opened();
        circuit.Succeed(8, nothingWaits: true);
        Assert.Equal(CircuitState.Closed, circuit.State);
    }

    private static DepartmentCircuit Fresh() => new() { Department = "gd-tax" };

    private static DepartmentCircuit Opened()
    {
        var circuit = Fresh();
        Fail(circuit, Options.OpenAfter);
        return circuit;
    }

    private static void Fail(DepartmentCircuit circuit, int times)
    {
        for (var i = 0; i < times; i++)
            circuit.Fail(Now, Options);
    }
}
