namespace CrossBorder.Federation.OpenIdConnect.MutualTls;

/// <summary>Section <c>MutualTls</c>: where clients come with a certificate (RFC 8705). Off where nothing is set.</summary>
internal sealed class MutualTlsOptions
{
    /// <summary>
    /// The address below which the protocol's end points are called with a client certificate, as clients write it, published as
    /// <c>mtls_endpoint_aliases</c> (RFC 8705 section 5); null where there is none.
    /// </summary>
    public string? Address { get; set; }
}
