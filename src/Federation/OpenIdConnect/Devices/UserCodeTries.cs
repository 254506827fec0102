using System.Threading.RateLimiting;

namespace CrossBorder.Federation.OpenIdConnect.Devices;

/// <summary>
/// How many wrong codes a resident has tried of late (RFC 8628 section 5.1), counted on this node. Counted by resident and not by address,
/// because only somebody who signed in may try at all, and one crowded address must not lock the others out.
/// </summary>
internal sealed class UserCodeTries : IDisposable
{
    public const int Most = 10;

    private readonly PartitionedRateLimiter<string> wrong = PartitionedRateLimiter.Create<string, string>(resident =>
        RateLimitPartition.GetFixedWindowLimiter(resident, _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = UserCodes.Lifetime, QueueLimit = 0 }));

    public bool MayTry(string residentId)
    {
        using var lease = wrong.AttemptAcquire(residentId, permitCount: 0);
        return lease.IsAcquired;
    }

    public void Count(string residentId) => wrong.AttemptAcquire(residentId).Dispose();

    public void Dispose() => wrong.Dispose();
}
