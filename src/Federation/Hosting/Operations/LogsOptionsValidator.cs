using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting.Operations;

internal sealed class LogsOptionsValidator(SettingsPaths paths) : IValidateOptions<LogsOptions>
{
    public ValidateOptionsResult Validate(string? name, LogsOptions options)
    {
        var faults = new SettingFaults();
        if (!string.IsNullOrEmpty(options.File) && !Directory.Exists(Path.GetDirectoryName(paths.Resolve(options.File))))
            faults.Invalid("Logs:File", $"lies in a folder that is not there: {paths.Resolve(options.File)}");
        return faults.ToResult();
    }
}
