using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Where certificate revocation lists come from.</summary>
public interface IRevocationSource
{
    /// <summary>The list as served, DER or PEM, not yet verified. Unreachable is a refusal (CB4xxx).</summary>
    Task<Outcome<byte[]>> FetchAsync(Uri address, CancellationToken cancellationToken);
}
