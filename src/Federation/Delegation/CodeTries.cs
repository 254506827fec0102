using System.Threading.RateLimiting;

namespace CrossBorder.Federation.Delegation;

/// <summary>
/// How many wrong codes a resident has tried of late, counted on this node: by resident, because only somebody who signed in may try, and one
/// crowded address must not lock the others out. There are 2.5 × 10¹⁰ codes.
/// </summary>
internal sealed class CodeTries : IDisposable
{
    public const int Most = 10;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> wrong = PartitionedRateLimiter.Create<string, string>(resident =>
        RateLimitPartition.GetFixedWindowLimiter(resident, _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = Window, QueueLimit = 0 }));

    public bool MayTry(string residentId)
    {
        using var lease = wrong.AttemptAcquire(residentId, permitCount: 0);
        return lease.IsAcquired;
    }

    public void Count(string residentId) => wrong.AttemptAcquire(residentId).Dispose();

    public void Dispose() => wrong.Dispose();
}
