using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Tells a relying party that the status of a case changed.</summary>
public interface IStatusChannel
{
    /// <summary>
    /// Posts one notice under an HTTP message signature (RFC 9421), and comes back when the relying party has taken it. Unreachable is CB4042,
    /// refused CB4043, told never to come again CB4044. Tried once: when to try again is for the caller.
    /// </summary>
    /// <param name="address">The address that the relying party registered.</param>
    /// <param name="notice">JSON, UTF-8.</param>
    /// <param name="key">What signs; the relying party finds its public half in the key set.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<Outcome<bool>> TellAsync(Uri address, ReadOnlyMemory<byte> notice, ISigningKey key, CancellationToken cancellationToken);
}
