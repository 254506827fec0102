using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Proactive;

/// <summary>Section <c>Offers</c>.</summary>
internal sealed class OffersOptions
{
    /// <summary>For who has not been here for so long it is not looked any more until they come, and what was found for them is deleted.</summary>
    public TimeSpan LongestAway { get; set; } = TimeSpan.FromDays(365);
}

internal sealed class OffersOptionsValidator : IValidateOptions<OffersOptions>
{
    public ValidateOptionsResult Validate(string? name, OffersOptions options)
    {
        var faults = new SettingFaults();
        if (options.LongestAway < TimeSpan.FromDays(30) || options.LongestAway > TimeSpan.FromDays(3650))
            faults.Invalid("Offers:LongestAway", "must lie between 30 and 3650 days");
        return faults.ToResult();
    }
}
