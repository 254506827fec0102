using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Limits;

/// <summary>
/// The counts of this node, by address and client. A client is known here by what the request says, which anybody can write: so that made-up
/// names take no memory, an address has a few places that names share.
/// </summary>
internal sealed class ProtocolLimits(IOptions<ProtocolLimitsOptions> options) : IDisposable
{
    private const int Places = 64;

    private readonly PartitionedRateLimiter<string> requests = PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => options.Value.Client.ToBucket()));

    private readonly PartitionedRateLimiter<string> wrongProofs = PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.Value.WrongProofs, Window = options.Value.Window, QueueLimit = 0,
        }));

    public static string KeyOf(string network, string? client) =>
        $"{network} {SHA256.HashData(Encoding.UTF8.GetBytes(client ?? ""))[0] % Places}";

    /// <summary>Not acquired where there were too many requests, or too many wrong proofs already.</summary>
    public RateLimitLease Enter(string key)
    {
        var proofs = wrongProofs.AttemptAcquire(key, permitCount: 0);
        if (!proofs.IsAcquired)
            return proofs;

        proofs.Dispose();
        return requests.AttemptAcquire(key);
    }

    public void CountWrongProof(string key) => wrongProofs.AttemptAcquire(key).Dispose();

    public void Dispose()
    {
        requests.Dispose();
        wrongProofs.Dispose();
    }
}
