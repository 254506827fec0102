namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>When what failed is tried again: after a second, then twice as long each time, a minute at most.</summary>
internal sealed class GrowingPause(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private TimeSpan last;
    private DateTimeOffset until;

    public bool IsOver => clock.GetUtcNow() >= until;

    public void Lengthen()
    {
        last = last == TimeSpan.Zero ? First : TimeSpan.FromTicks(Math.Min(last.Ticks * 2, Longest.Ticks));
        until = clock.GetUtcNow() + last;
    }

    /// <summary>The next try is at once.</summary>
    public void End() => (last, until) = (TimeSpan.Zero, DateTimeOffset.MinValue);
}
