using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Alerts;

/// <summary>One alert to be told over one channel: stored with the alert, so that no restart forgets it.</summary>
internal sealed class AlertNotice
{
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(3);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public long Id { get; init; }

    public required Guid AlertId { get; init; }

    public required string Channel { get; init; }

    public required NoticeEvent Event { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public int Attempts { get; private set; }

    /// <summary>Code of what went wrong last.</summary>
    public string? LastFault { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public void Sent(DateTimeOffset now)
    {
        Attempts++;
        (SentAt, LastFault) = (now, null);
    }

    /// <summary>A minute, two, four and so on, up to an hour.</summary>
    public void Failed(string code, DateTimeOffset now)
    {
        Attempts++;
        LastFault = code;
        DueAt = now + DoublingDelay.After(Attempts, FirstPause, LongestPause);
    }
}
