using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>Section <c>BackChannelLogout</c>: how hard the hub tries to tell relying parties.</summary>
internal sealed class BackChannelLogoutOptions
{
    /// <summary>How often the queue is looked at.</summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a notice belongs to the worker that took it; after a crash it waits that long at most.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait after the first fault; doubled after each further one.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(2);

    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A relying party that has not confirmed by then is told no more.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How many relying parties are told at a time.</summary>
    public int AtOnce { get; set; } = 16;

    public TimeSpan DelayAfter(int attempts) =>
        TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks * (1L << Math.Clamp(attempts - 1, 0, 20))));
}

internal sealed class BackChannelLogoutOptionsValidator : IValidateOptions<BackChannelLogoutOptions>
{
    // An answer may take ten seconds; a lease that ended before it would tell twice.
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(15);

    public ValidateOptionsResult Validate(string? name, BackChannelLogoutOptions options)
    {
        var faults = new SettingFaults();
        if (options.PollEvery <= TimeSpan.Zero)
            faults.Invalid("BackChannelLogout:PollEvery", "must be more than zero");
        if (options.Lease < ShortestLease)
            faults.Invalid("BackChannelLogout:Lease", $"must be at least {ShortestLease}");
        if (options.FirstDelay <= TimeSpan.Zero || options.LongestDelay < options.FirstDelay)
            faults.Invalid("BackChannelLogout:FirstDelay", "must be more than zero and not above BackChannelLogout:LongestDelay");
        if (options.GiveUpAfter <= TimeSpan.Zero || options.GiveUpAfter > TimeSpan.FromDays(14))
            faults.Invalid("BackChannelLogout:GiveUpAfter", "must lie between zero and 14 days");
        if (options.AtOnce < 1)
            faults.Invalid("BackChannelLogout:AtOnce", "must be at least 1");
        return faults.ToResult();
    }
}
