using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Notices;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Signals;

/// <summary>Section <c>SharedSignals</c>: how hard the hub tries to post events, and how long it lets a receiver wait for some.</summary>
internal sealed class SharedSignalsOptions : NoticeQueueOptions
{
    /// <summary>How soon after one verification event another may be asked for; whole seconds.</summary>
    public TimeSpan VerifyEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a receiver that wants to wait is kept waiting for events.</summary>
    public TimeSpan LongPoll { get; set; } = TimeSpan.FromSeconds(20);
}

internal sealed class SharedSignalsOptionsValidator : NoticeQueueOptionsValidator<SharedSignalsOptions>, IValidateOptions<SharedSignalsOptions>
{
    private const string Section = "SharedSignals";

    public SharedSignalsOptionsValidator()
        : base(Section)
    {
    }

    ValidateOptionsResult IValidateOptions<SharedSignalsOptions>.Validate(string? name, SharedSignalsOptions options)
    {
        var faults = new SettingFaults();
        if (options.VerifyEvery < TimeSpan.FromSeconds(1) || options.VerifyEvery > TimeSpan.FromHours(1))
            faults.Invalid($"{Section}:VerifyEvery", "must lie between one second and one hour");
        if (options.LongPoll < TimeSpan.Zero || options.LongPoll > TimeSpan.FromMinutes(1))
            faults.Invalid($"{Section}:LongPoll", "must lie between zero and one minute");
        return Validate(name, options) is { Failed: true } queue ? queue : faults.ToResult();
    }
}
