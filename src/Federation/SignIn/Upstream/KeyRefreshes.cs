using System.Collections.Concurrent;

namespace CrossBorder.Federation.SignIn.Upstream;

/// <summary>
/// How often a home's keys are fetched anew because a message did not verify. Anybody can post such a message: each home is asked once in a while,
/// however many come, and those of one home cost no other home anything.
/// </summary>
internal sealed class KeyRefreshes(TimeProvider clock)
{
    /// <summary>The shortest time between two.</summary>
    public static TimeSpan Every { get; } = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, DateTimeOffset> last = new(StringComparer.Ordinal);

    /// <summary>False where the home's keys were fetched anew a moment ago.</summary>
    public bool TryTake(string scheme)
    {
        var now = clock.GetUtcNow();
        if (!last.TryGetValue(scheme, out var before))
            return last.TryAdd(scheme, now);
        // Of many at once, one.
        return now - before >= Every && last.TryUpdate(scheme, now, before);
    }
}
