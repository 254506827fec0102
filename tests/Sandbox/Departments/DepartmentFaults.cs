using System.Collections.Concurrent;

namespace CrossBorder.Sandbox.Departments;

/// <summary>What somebody asked a department to do wrong.</summary>
internal sealed record FaultRequest(string Department, string Mode, int? Count);

/// <summary>The switchboard of faults.</summary>
internal sealed class DepartmentFaults
{
    public const string Off = "off";

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Mode, int Left)> faults = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Modes { get; } =
        ["down", "refuse", "slow", "reject", "bad-signature", "wrong-digest", "duplicate-receipt", "forget-ack", Off];

    public void Switch(FaultRequest request)
    {
        lock (gate)
        {
            if (request.Mode == Off)
                faults.Remove(request.Department);
            else
                faults[request.Department] = (request.Mode, request.Count ?? int.MaxValue);
        }
    }

    /// <summary>The fault for one request of that department, used up by asking.</summary>
    public string Take(string department)
    {
        lock (gate)
        {
            if (!faults.TryGetValue(department, out var fault) || fault.Left <= 0)
                return Off;
            faults[department] = fault with { Left = fault.Left - 1 };
            return fault.Mode;
        }
    }
}
