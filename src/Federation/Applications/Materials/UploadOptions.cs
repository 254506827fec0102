using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Materials;

/// <summary>Section <c>Uploads</c>.</summary>
internal sealed class UploadOptions
{
    /// <summary>How long an upload that no application names is kept.</summary>
    public TimeSpan KeepUnfiled { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How fast an upload must come, all in all; a file of 20 MB then takes an hour and a half at most.</summary>
    public int SlowestBytesPerSecond { get; set; } = 4096;

    /// <summary>How long it is waited for before that counts.</summary>
    public TimeSpan SlowGrace { get; set; } = TimeSpan.FromSeconds(30);
}

internal sealed class UploadOptionsValidator : IValidateOptions<UploadOptions>
{
    public ValidateOptionsResult Validate(string? name, UploadOptions options)
    {
        var faults = new SettingFaults();
        // A signing, and the form that it was begun from, may be a day old.
        if (options.KeepUnfiled < TimeSpan.FromDays(2) || options.KeepUnfiled > TimeSpan.FromDays(400))
            faults.Invalid("Uploads:KeepUnfiled", "must lie between two days and 400 days");
        // The slowest still comes before what is broken is swept, which is after six hours.
        if (options.SlowestBytesPerSecond is < 2048 or > 1024 * 1024)
            faults.Invalid("Uploads:SlowestBytesPerSecond", "must lie between 2048 and 1048576");
        if (options.SlowGrace < TimeSpan.FromSeconds(1) || options.SlowGrace > TimeSpan.FromMinutes(10))
            faults.Invalid("Uploads:SlowGrace", "must lie between a second and ten minutes");
        return faults.ToResult();
    }
}
