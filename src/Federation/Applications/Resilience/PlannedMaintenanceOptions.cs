using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>Section <c>Departments</c>, as far as maintenance goes: windows that are known beforehand.</summary>
internal sealed class PlannedMaintenanceOptions
{
    public List<DepartmentMaintenance> Departments { get; set; } = [];
}

internal sealed class DepartmentMaintenance
{
    public string Slug { get; set; } = "";

    public List<PlannedWindow> Maintenance { get; set; } = [];
}

/// <summary>Once (<see cref="From"/>, <see cref="To"/>) or every week (<see cref="Weekly"/>, <see cref="At"/>, <see cref="For"/>).</summary>
internal sealed class PlannedWindow
{
    /// <summary>Both sides keep the time of Beijing.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public DateTimeOffset? From { get; set; }

    public DateTimeOffset? To { get; set; }

    /// <summary>Day of the week in UTC+8.</summary>
    public DayOfWeek? Weekly { get; set; }

    /// <summary>When it begins on that day, in UTC+8.</summary>
    public TimeOnly At { get; set; }

    public TimeSpan For { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Fault()
    {
        if (Reason.Trim().Length is 0 or > Resilience.Maintenance.LongestReason)
            return $"needs a Reason of 1 to {Resilience.Maintenance.LongestReason} characters";
        if (Weekly is not null)
        {
            return From is not null || To is not null ? "is either weekly or has From and To"
                : For <= TimeSpan.Zero || For > TimeSpan.FromDays(1) ? "needs For, of at most a day" : null;
        }

        return From is not { } from || To is not { } to ? "needs From and To, or Weekly, At and For"
            : to <= from || to - from > Resilience.Maintenance.Longest ? $"must end after it begins, within {Resilience.Maintenance.Longest.TotalDays} days" : null;
    }

    /// <summary>The next time, which may be under way; null where it is over.</summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Next(DateTimeOffset now)
    {
        if (Weekly is not { } day)
            return To > now ? (From!.Value, To.Value) : null;
        var today = DateOnly.FromDateTime(now.ToOffset(Offset).Date);
        // From yesterday on: what began before midnight may last beyond it.
        for (var date = today.AddDays(-1); ; date = date.AddDays(1))
        {
            var from = new DateTimeOffset(date.ToDateTime(At), Offset);
            if (date.DayOfWeek == day && from + For > now)
                return (from, from + For);
        }
    }
}

internal sealed class PlannedMaintenanceOptionsValidator : IValidateOptions<PlannedMaintenanceOptions>
{
    public ValidateOptionsResult Validate(string? name, PlannedMaintenanceOptions options)
    {
        var faults = new SettingFaults();
        foreach (var department in options.Departments)
        {
            for (var index = 0; index < department.Maintenance.Count; index++)
            {
                if (department.Maintenance[index].Fault() is { } fault)
                    faults.Invalid($"Departments:{department.Slug}:Maintenance:{index}", fault);
            }
        }

        return faults.ToResult();
    }
}
