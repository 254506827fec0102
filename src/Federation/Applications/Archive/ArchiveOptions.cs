using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Archive;

/// <summary>Section <c>Applications</c>.</summary>
internal sealed class ArchiveOptions
{
    /// <summary>Days after its last event from which a finished case lies in the archive; 0 for never.</summary>
    public int ArchiveAfterDays { get; set; } = 365;
}

internal sealed class ArchiveOptionsValidator : IValidateOptions<ArchiveOptions>
{
    // A department may still take back what it said last, and its events come up to a day late.
    private const int Least = 30;

    public ValidateOptionsResult Validate(string? name, ArchiveOptions options)
    {
        var faults = new SettingFaults();
        if (options.ArchiveAfterDays is not 0 and < Least)
            faults.Invalid("Applications:ArchiveAfterDays", $"must be at least {Least}, or 0 for never");
        return faults.ToResult();
    }
}
