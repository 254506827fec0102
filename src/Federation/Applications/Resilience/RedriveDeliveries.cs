using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>
/// An operator does not wait for the next attempt. Where the department's circuit is open the first of them is the canary, at once; the rest
/// follow as everything else does.
/// </summary>
internal sealed class RedriveDeliveries(
    IRedrives redrives, IDepartmentCircuits circuits, IOptions<DepartmentsOptions> departments, DeliverySignal signal, TimeProvider clock)
{
    /// <summary>CB5115.</summary>
    public async Task<Outcome<Redrive>> OneAsync(string deliveryId, string officer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await redrives.OneAsync(deliveryId, officer, now, cancellationToken) is not { } redrive)
            return ErrorCatalogue.NothingToRedrive.With("No delivery of this id waits.");

        await HurryAsync(redrive.Department, now, cancellationToken);
        return redrive;
    }

    /// <summary>CB5089, CB5114 and CB5115.</summary>
    /// <param name="department">Slug.</param>
    /// <param name="cause">CB code; null for those that nothing was answered to.</param>
    /// <param name="typed">What the officer typed: the department's slug once more.</param>
    /// <param name="officer">Who.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Outcome<int>> GroupAsync(string department, string? cause, string typed, string officer, CancellationToken cancellationToken)
    {
        if (departments.Value.Find(department) is null)
            return ErrorCatalogue.DepartmentUnknown.With($"There is no department '{department}'.", "/department");
        if (!string.Equals(typed.Trim(), department, StringComparison.Ordinal))
            return ErrorCatalogue.RedriveNameDiffers.With($"Type {department}.", "/typed");

        var now = clock.GetUtcNow();
        var redrive = new Redrive { Id = Guid.CreateVersion7(now), Department = department, Cause = cause, By = officer, At = now };
        var count = await redrives.GroupAsync(redrive, cancellationToken);
        if (count == 0)
            return ErrorCatalogue.NothingToRedrive.With("Nothing of this department waits with this cause.");

        await HurryAsync(department, now, cancellationToken);
        return count;
    }

    private async Task HurryAsync(string department, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await circuits.NextCanaryAsync(department, now, cancellationToken);
        signal.Raise();
    }
}
