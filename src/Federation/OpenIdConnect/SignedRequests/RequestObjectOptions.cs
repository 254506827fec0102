namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>Settings <c>RelyingParties:N:RequestObjects</c>: authorization requests that a client signs (RFC 9101).</summary>
internal sealed class RequestObjectOptions
{
    /// <summary>A request that is not signed is refused (RFC 9101 section 10.5, <c>require_signed_request_object</c>).</summary>
    public bool Required { get; set; }

    /// <summary>The algorithms that the client may sign with; each needs a key in its JSON Web Key Set.</summary>
    public List<string> Algorithms { get; set; } = [];
}
