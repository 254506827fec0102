namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>Section <c>Proxies</c>: whose word is taken for where a request came from.</summary>
internal sealed class ProxiesOptions
{
    /// <summary>Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/24</c>) of the proxies in front of the hub.</summary>
    public IList<string> Trusted { get; } = [];
}
