using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Notices;

/// <param name="section">What the settings stand under.</param>
internal abstract class NoticeQueueOptionsValidator<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : NoticeQueueOptions
{
    // An answer may take ten seconds; a lease that ended before it would tell twice.
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(15);

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var faults = new SettingFaults();
        if (options.PollEvery <= TimeSpan.Zero)
            faults.Invalid($"{section}:PollEvery", "must be more than zero");
        if (options.Lease < ShortestLease)
            faults.Invalid($"{section}:Lease", $"must be at least {ShortestLease}");
        if (options.FirstDelay <= TimeSpan.Zero || options.LongestDelay < options.FirstDelay)
            faults.Invalid($"{section}:FirstDelay", $"must be more than zero and not above {section}:LongestDelay");
        if (options.GiveUpAfter <= TimeSpan.Zero || options.GiveUpAfter > TimeSpan.FromDays(14))
            faults.Invalid($"{section}:GiveUpAfter", "must lie between zero and 14 days");
        if (options.AtOnce < 1)
            faults.Invalid($"{section}:AtOnce", "must be at least 1");
        return faults.ToResult();
    }
}
