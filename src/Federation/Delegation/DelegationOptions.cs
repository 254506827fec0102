using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Delegation;

/// <summary>Section <c>Delegation</c>.</summary>
internal sealed class DelegationOptions
{
    /// <summary>How long the code of an invitation may be used.</summary>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The longest mandate, whatever the relation.</summary>
    public int LongestDays { get; set; } = 365;

    /// <summary>How long before its end both are told.</summary>
    public int RemindDays { get; set; } = 7;
}

internal sealed class DelegationOptionsValidator : IValidateOptions<DelegationOptions>
{
    private const int Year = 365;

    public ValidateOptionsResult Validate(string? name, DelegationOptions options)
    {
        var faults = new SettingFaults();
        if (options.CodeLifetime < TimeSpan.FromMinutes(5) || options.CodeLifetime > TimeSpan.FromDays(7))
            faults.Invalid("Delegation:CodeLifetime", "must lie between five minutes and seven days");
        if (options.LongestDays is < 1 or > Year)
            faults.Invalid("Delegation:LongestDays", $"must lie between 1 and {Year}");
        if (options.RemindDays is < 0 or > 60)
            faults.Invalid("Delegation:RemindDays", "must lie between 0 and 60");
        return faults.ToResult();
    }
}
