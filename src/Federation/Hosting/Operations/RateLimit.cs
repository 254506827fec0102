using System.Threading.RateLimiting;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>So many a second in the long run, and so many at once.</summary>
internal sealed class RateLimit
{
    public int PerSecond { get; set; }

    public int Burst { get; set; }

    public TokenBucketRateLimiterOptions ToBucket() => new()
    {
        TokensPerPeriod = PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        TokenLimit = Burst,
        // Nobody waits in line: a client that is told when to come back does so by itself.
        QueueLimit = 0,
    };
}
