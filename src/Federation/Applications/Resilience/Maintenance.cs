using System.Globalization;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>What an operator types to close a department for a while.</summary>
internal sealed record AnnouncedMaintenance(string Department, DateTimeOffset? From, DateTimeOffset? Until, string Reason);

/// <summary>Operators announce maintenance windows and end them early; each with its audit entry in one transaction.</summary>
internal sealed class Maintenance(
    IMaintenanceWindows windows, IOptions<DepartmentsOptions> departments, IAuditLog audit, DeliverySignal signal, TimeProvider clock)
{
    /// <summary>A longer one is no maintenance; it is announced again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    public const int LongestReason = 200;

    /// <summary>CB5089 and CB5111.</summary>
    public async Task<Outcome<MaintenanceWindow>> AnnounceAsync(AnnouncedMaintenance asked, string officer, CancellationToken cancellationToken)
    {
        if (departments.Value.Find(asked.Department) is null)
            return ErrorCatalogue.DepartmentUnknown.With($"There is no department '{asked.Department}'.", "/department");
        var now = clock.GetUtcNow();
        if (asked is not { From: { } from, Until: { } until })
            return ErrorCatalogue.MaintenanceMalformed.With("Both moments are needed, in UTC.", "/from");
        if (until <= from || until <= now || until - from > Longest)
            return ErrorCatalogue.MaintenanceMalformed.With($"It has to end after it begins, after now, and within {Longest.TotalDays} days.", "/until");
        var reason = asked.Reason.Trim();
        if (reason.Length is 0 or > LongestReason)
            return ErrorCatalogue.MaintenanceMalformed.With($"A reason of 1 to {LongestReason} characters is needed.", "/reason");

        var window = new MaintenanceWindow
        {
            Id = Guid.CreateVersion7(now), Department = asked.Department, From = from, Until = until, Reason = reason, By = officer,
        };
        windows.Add(window);
        Record("maintenance.announced", window, officer);
        await windows.SaveAsync(cancellationToken);
        return window;
    }

    /// <summary>CB5112.</summary>
    public async Task<Outcome<MaintenanceWindow>> EndAsync(Guid id, string officer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await windows.FindAsync(id, now, cancellationToken) is not { } window)
            return ErrorCatalogue.MaintenanceUnknown.With("It is over, or there never was one.");

        window.Until = now;
        Record("maintenance.ended", window, officer);
        await windows.SaveAsync(cancellationToken);
        signal.Raise();
        return window;
    }

    // The reason is an officer's free text: it stays in the window, and the log says where.
    private void Record(string kind, MaintenanceWindow window, string officer) =>
        audit.Record(kind, AuditActors.Officer, window.Id.ToString("N"), new Dictionary<string, string>
        {
            ["actor"] = officer,
            ["department"] = window.Department,
            ["from"] = window.From.ToString("O", CultureInfo.InvariantCulture),
            ["until"] = window.Until.ToString("O", CultureInfo.InvariantCulture),
        });
}
