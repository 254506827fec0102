using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Notices;

/// <summary>How hard the hub tries to tell others of something.</summary>
internal abstract class NoticeQueueOptions
{
    /// <summary>How often the queue is looked at.</summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a notice belongs to the worker that took it; after a crash it waits that long at most.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait after the first fault; doubled after each further one.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(2);

    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Who has not confirmed by then is told no more.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How many are told at a time.</summary>
    public int AtOnce { get; set; } = 16;

    /// <summary>How many of these one receiver has at most, however much waits for it: the others are not to wait for one who is silent.</summary>
    public int AtOnceForOne => Math.Max(1, AtOnce / 4);

    public TimeSpan DelayAfter(int attempts) => DoublingDelay.After(attempts, FirstDelay, LongestDelay);
}
