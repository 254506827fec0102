using CrossBorder.Federation.SignIn.Upstream;
using Microsoft.Extensions.Time.Testing;

namespace CrossBorder.Federation.Tests.Sessions;

/// <summary>Messages that anybody can make up have a home's keys fetched anew once in a while, and no other home's.</summary>
public sealed class KeyRefreshesTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_flood_has_one_home_asked_once_and_another_home_has_its_own_turn()
    {
        var refreshes = new KeyRefreshes(clock);
        var taken = 0;
        Parallel.For(0, 1000, _ =>
        {
            if (refreshes.TryTake("hk"))
                Interlocked.Increment(ref taken);
        });

        Assert.Equal(1, taken);
        Assert.True(refreshes.TryTake("mo"));
        clock.Advance(KeyRefreshes.Every - TimeSpan.FromMilliseconds(1));
        Assert.False(refreshes.TryTake("hk"));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(refreshes.TryTake("hk"));
    }
}
