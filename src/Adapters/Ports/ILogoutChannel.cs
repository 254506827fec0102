using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Tells a relying party that a sign-in has ended.</summary>
public interface ILogoutChannel
{
    /// <summary>
    /// Hands one logout token over (OpenID Connect Back-Channel Logout 1.0 section 2.5), and comes back when the relying party has ended its own
    /// session. Unreachable is CB4040, refused CB4041. Tried once: when to try again is for the caller.
    /// </summary>
    /// <param name="address">The address that the relying party registered.</param>
    /// <param name="logoutToken">JWS compact serialization.</param>
    /// <param name="publicOnly">Whether the address may only lead to the public network: a stranger registered it, and not an operator.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<Outcome<bool>> TellAsync(Uri address, string logoutToken, bool publicOnly, CancellationToken cancellationToken);
}
