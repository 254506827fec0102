using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Where members of a federation say who they are.</summary>
public interface IEntityConfigurations
{
    /// <summary>
    /// Fetches what an entity publishes about itself (OpenID Federation 1.0 section 9): a JWS that nobody has verified yet. CB2141 where there is
    /// none. Tried once: whoever asked can ask again.
    /// </summary>
    /// <param name="entity">The entity identifier that was admitted.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<Outcome<string>> FetchAsync(Uri entity, CancellationToken cancellationToken);
}
