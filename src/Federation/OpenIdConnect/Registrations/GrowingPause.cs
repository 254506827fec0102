using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>When what failed is tried again: after a second, then twice as long each time, a minute at most.</summary>
internal sealed class GrowingPause(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private int failures;
    private DateTimeOffset until;

    public bool IsOver => clock.GetUtcNow() >= until;

    public void Lengthen() => until = clock.GetUtcNow() + DoublingDelay.After(++failures, First, Longest);

    /// <summary>The next try is at once.</summary>
    public void End() => (failures, until) = (0, DateTimeOffset.MinValue);
}
