using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Hosting.Operations;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Events;

/// <summary>Section <c>DepartmentEvents</c>.</summary>
internal sealed class DepartmentEventsOptions
{
    /// <summary>Events and receipts that one network sends to one department's address, for each node.</summary>
    public RateLimit Department { get; set; } = new() { PerSecond = 100, Burst = 2_000 };

    /// <summary>The most events that one delivery may have: a department in a loop does not fill the database.</summary>
    public int PerDelivery { get; set; } = 500;
}

internal sealed class DepartmentEventsOptionsValidator : IValidateOptions<DepartmentEventsOptions>
{
    public ValidateOptionsResult Validate(string? name, DepartmentEventsOptions options)
    {
        var faults = new SettingFaults();
        if (options.Department.PerSecond < 1 || options.Department.Burst < options.Department.PerSecond)
            faults.Invalid("DepartmentEvents:Department", "needs a PerSecond of at least 1 and a Burst of at least that");
        if (options.PerDelivery < 10)
            faults.Invalid("DepartmentEvents:PerDelivery", "must be at least 10");
        return faults.ToResult();
    }
}
