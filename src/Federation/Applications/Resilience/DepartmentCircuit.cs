using CrossBorder.Federation.Applications.Delivery;

namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>
/// Whether deliveries flow to one department. After failures in a row only a canary goes, one at a time; its verified receipt lets two go at
/// once, then four, until all of the department's share does (ADR 0024).
/// </summary>
internal sealed class DepartmentCircuit
{
    public required string Department { get; init; }

    /// <summary>In a row, until a receipt verifies.</summary>
    public int Failures { get; private set; }

    /// <summary>Since when not everything flows; null while it does.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>How many each node may have under way; 0 while a canary alone goes.</summary>
    public int Allowance { get; private set; }

    /// <summary>Receipts since the allowance was raised last.</summary>
    public int Proved { get; private set; }

    /// <summary>When the next canary goes.</summary>
    public DateTimeOffset? CanaryAt { get; private set; }

    /// <summary>Two hand-overs that end at once are both counted.</summary>
    public int Version { get; private set; }

    public CircuitState State => OpenedAt is null ? CircuitState.Closed : Allowance == 0 ? CircuitState.Open : CircuitState.Recovering;

    /// <summary>The department did not answer, or not with a receipt that verifies.</summary>
    public void Fail(DateTimeOffset now, DeliveryOptions options)
    {
        Version++;
        Failures++;
        if (State == CircuitState.Closed && Failures < options.OpenAfter)
            return;

        OpenedAt ??= now;
        (Allowance, Proved, CanaryAt) = (0, 0, now + options.CanaryEvery);
    }

    /// <summary>A receipt verified.</summary>
    /// <param name="most">How many the department gets at a time where all is well.</param>
    /// <param name="nothingWaits">True where no delivery is left that a step could hold back.</param>
    public void Succeed(int most, bool nothingWaits)
    {
        Version++;
        Failures = 0;
        if (State == CircuitState.Open)
            (Allowance, Proved, CanaryAt) = (2, 0, null);
        else if (State == CircuitState.Recovering && ++Proved >= Allowance)
            (Allowance, Proved) = (Allowance * 2, 0);

        if (Allowance >= most || nothingWaits)
            (OpenedAt, Allowance, Proved, CanaryAt) = (null, 0, 0, null);
    }
}

internal enum CircuitState
{
    /// <summary>Everything flows.</summary>
    Closed,

    /// <summary>A canary alone goes.</summary>
    Open,

    /// <summary>A canary came through; more go in growing steps.</summary>
    Recovering,
}
