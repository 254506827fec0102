using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>Section <c>Delivery</c>: the pace of the queue. The defaults have everything accepted within a minute after a fault ends.</summary>
internal sealed class DeliveryOptions
{
    /// <summary>How often the queue is looked at where nothing wakes the worker.</summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a delivery belongs to the worker that took it. After a crash it waits that long at most.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>The wait after the first fault; doubled after each further one.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many deliveries one department gets at a time.</summary>
    public int PerDepartment { get; set; } = 8;

    /// <summary>How long a department that is reached by a queue has to send its receipt; after that it is handed the same again.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>After so many failures in a row only a canary goes to the department.</summary>
    public int OpenAfter { get; set; } = 5;

    /// <summary>The wait between canaries.</summary>
    public TimeSpan CanaryEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>From so many failed attempts on it is a dead letter: shown to operators, and still tried at the longest delay.</summary>
    public int DeadLetterAfterAttempts { get; set; } = 50;

    /// <summary>Waiting for so long it is a dead letter too, whether it was tried or not.</summary>
    public TimeSpan DeadLetterAfter { get; set; } = TimeSpan.FromHours(1);

    public TimeSpan DelayAfter(int attempts) => DoublingDelay.After(attempts, FirstDelay, LongestDelay);
}

internal sealed class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>
{
    // An answer may take ten seconds; a lease that ended before it would hand the delivery out twice.
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(15);

    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var faults = new SettingFaults();
        if (options.Lease < ShortestLease)
            faults.Invalid("Delivery:Lease", $"must be at least {ShortestLease}");
        if (options.PollEvery <= TimeSpan.Zero)
            faults.Invalid("Delivery:PollEvery", "must be more than zero");
        if (options.FirstDelay <= TimeSpan.Zero || options.LongestDelay < options.FirstDelay)
            faults.Invalid("Delivery:FirstDelay", "must be more than zero and not above Delivery:LongestDelay");
        if (options.AnswerWithin < ShortestLease)
            faults.Invalid("Delivery:AnswerWithin", $"must be at least {ShortestLease}");
        if (options.PerDepartment < 1)
            faults.Invalid("Delivery:PerDepartment", "must be at least 1");
        if (options.OpenAfter < 1)
            faults.Invalid("Delivery:OpenAfter", "must be at least 1");
        if (options.CanaryEvery <= TimeSpan.Zero)
            faults.Invalid("Delivery:CanaryEvery", "must be more than zero");
        if (options.DeadLetterAfterAttempts < 1)
            faults.Invalid("Delivery:DeadLetterAfterAttempts", "must be at least 1");
        if (options.DeadLetterAfter <= TimeSpan.Zero)
            faults.Invalid("Delivery:DeadLetterAfter", "must be more than zero");
        return faults.ToResult();
    }
}
