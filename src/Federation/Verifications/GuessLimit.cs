using System.Threading.RateLimiting;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Identity;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Verifications;

/// <summary>
/// Counts the noes that one client hears about one document. Who knows a number and a name would otherwise find the birth date by
/// trying all days. A document that nobody has is counted alike.
/// </summary>
internal sealed class GuessLimit : IDisposable
{
    private readonly ILookupHasher hasher;
    private readonly PartitionedRateLimiter<string> noes;

    public GuessLimit(ILookupHasher hasher, IOptions<VerificationsOptions> options)
    {
        this.hasher = hasher;
        var window = new FixedWindowRateLimiterOptions { PermitLimit = options.Value.GuessesPerDocument, Window = options.Value.GuessWindow, QueueLimit = 0 };
        noes = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(key, _ => window));
    }

    public bool Allows(string clientId, IdentityDocument document) => Take(clientId, document, 0);

    public void Count(string clientId, IdentityDocument document) => Take(clientId, document, 1);

    public void Dispose() => noes.Dispose();

    private bool Take(string clientId, IdentityDocument document, int permits)
    {
        // Numbers do not lie about in memory for hours either.
        using var lease = noes.AttemptAcquire(hasher.Hash("verification-guess", $"{clientId}\n{document.Type}\n{document.Number}"), permits);
        return lease.IsAcquired;
    }
}
