using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Posts security events to those who asked for them.</summary>
public interface ISecurityEventChannel
{
    /// <summary>
    /// Hands one event over (RFC 8935 section 2.1); 202 confirms. Unreachable is CB2078, refused CB2079. Tried once: when to try again is for the caller.
    /// </summary>
    /// <param name="address">The address that the receiver registered.</param>
    /// <param name="token">The security event token, JWS compact serialization.</param>
    /// <param name="authorization">What the receiver wants to see in the header Authorization; null where nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<Outcome<bool>> TellAsync(Uri address, string token, string? authorization, CancellationToken cancellationToken);
}
