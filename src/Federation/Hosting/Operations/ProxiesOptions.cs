namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>Section <c>Proxies</c>: whose word is taken for where a request came from.</summary>
internal sealed class ProxiesOptions
{
    /// <summary>Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/24</c>) of the proxies in front of the hub.</summary>
    public IList<string> Trusted { get; } = [];

    /// <summary>
    /// The header by which they hand on the client certificate of a connection that ends at them, such as <c>Client-Cert</c> (RFC 9440). Null: none does.
    /// From anybody else it is taken for nothing.
    /// </summary>
    public string? CertificateHeader { get; set; }
}
