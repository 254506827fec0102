using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Feedback;

/// <summary>Section <c>Hotline</c>: who takes complaints and questions (12345).</summary>
internal sealed class HotlineOptions
{
    /// <summary>Slug of a department of the settings; null where nobody takes them here.</summary>
    public string? Department { get; set; }
}

internal sealed class HotlineOptionsValidator(IOptions<DepartmentsOptions> departments) : IValidateOptions<HotlineOptions>
{
    public ValidateOptionsResult Validate(string? name, HotlineOptions options)
    {
        var faults = new SettingFaults();
        if (options.Department is { } slug && departments.Value.Find(slug) is null)
            faults.Invalid("Hotline:Department", $"is '{slug}', and Departments holds no such slug");
        return faults.ToResult();
    }
}
