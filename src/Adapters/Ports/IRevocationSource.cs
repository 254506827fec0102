using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Where it is told which certificates are revoked: published lists, and responders that are asked.</summary>
public interface IRevocationSource
{
    /// <summary>The list as served, DER or PEM, not yet verified. Unreachable is a refusal (CB4009).</summary>
    Task<Outcome<byte[]>> FetchAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>What an OCSP responder answers to a request (RFC 6960 appendix A.1), not yet verified. Unreachable is a refusal (CB4026).</summary>
    /// <param name="responder">Its address, by the settings and never by a certificate.</param>
    /// <param name="request">The request in DER.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Outcome<byte[]>> AskAsync(Uri responder, ReadOnlyMemory<byte> request, CancellationToken cancellationToken);
}
