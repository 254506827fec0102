using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>Has asked what is not known yet.</summary>
internal interface IRevocationFetches
{
    /// <summary>Fetches what is unknown or late of these certificates, for those who judge them elsewhere.</summary>
    /// <param name="presented">The certificates of a message whose signature holds, leaf first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task EnsureAsync(IReadOnlyList<Certificate> presented, CancellationToken cancellationToken);
}
