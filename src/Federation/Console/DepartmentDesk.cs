using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>A group of dead letters with the oldest of it.</summary>
internal sealed record ShownDeadLetters(DeadLetterGroup Group, IReadOnlyList<DeadLetter> Oldest);

/// <summary>How the departments stand, at one moment.</summary>
internal sealed record DepartmentStanding(
    DateTimeOffset Now,
    DeliveryOptions Limits,
    IReadOnlyList<DepartmentCircuit> Circuits,
    IReadOnlyList<MaintenanceWindow> Maintenance,
    IReadOnlyList<ShownDeadLetters> DeadLetters,
    IReadOnlyList<RedriveProgress> Redrives);

/// <summary>Reads what the operators' page shows of departments.</summary>
internal sealed class DepartmentDesk(
    IDepartmentCircuits circuits, IMaintenanceWindows windows, IDeadLetters letters, IRedrives redrives, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    private const int MostLetters = 20;
    private const int MostRedrives = 5;

    public async Task<DepartmentStanding> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var dead = new List<ShownDeadLetters>();
        foreach (var group in await letters.GroupsAsync(now, cancellationToken))
            dead.Add(new(group, await letters.OldestAsync(group, MostLetters, now, cancellationToken)));
        return new(
            now,
            options.Value,
            [.. (await circuits.NotClosedAsync(cancellationToken)).Values.OrderBy(circuit => circuit.Department, StringComparer.Ordinal)],
            await windows.ComingAsync(now, cancellationToken),
            dead,
            await redrives.LatestAsync(MostRedrives, now, cancellationToken));
    }
}
