using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Materials;

/// <summary>Section <c>Uploads</c>.</summary>
internal sealed class UploadOptions
{
    /// <summary>How long an upload that no application names is kept.</summary>
    public TimeSpan KeepUnfiled { get; set; } = TimeSpan.FromDays(30);
}

internal sealed class UploadOptionsValidator : IValidateOptions<UploadOptions>
{
    public ValidateOptionsResult Validate(string? name, UploadOptions options)
    {
        var faults = new SettingFaults();
        // A signing, and the form that it was begun from, may be a day old.
        if (options.KeepUnfiled < TimeSpan.FromDays(2) || options.KeepUnfiled > TimeSpan.FromDays(400))
            faults.Invalid("Uploads:KeepUnfiled", "must lie between two days and 400 days");
        return faults.ToResult();
    }
}
