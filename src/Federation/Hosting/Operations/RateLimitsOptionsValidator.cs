using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting.Operations;

internal sealed class RateLimitsOptionsValidator : IValidateOptions<RateLimitsOptions>
{
    public ValidateOptionsResult Validate(string? name, RateLimitsOptions options)
    {
        var faults = new SettingFaults();
        Check("RateLimits:Address", options.Address, faults);
        Check("RateLimits:Client", options.Client, faults);
        return faults.ToResult();
    }

    private static void Check(string setting, RateLimit limit, SettingFaults faults)
    {
        if (limit.PerSecond < 1)
            faults.Invalid($"{setting}:PerSecond", "must be at least 1");
        if (limit.Burst < limit.PerSecond)
            faults.Invalid($"{setting}:Burst", $"must be at least {setting}:PerSecond");
    }
}
