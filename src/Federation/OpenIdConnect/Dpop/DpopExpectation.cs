namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>What a proof must be about.</summary>
/// <param name="Method">The method of the request.</param>
/// <param name="Addresses">The addresses by which the end point may be called: below the issuer, and below the address for client certificates.</param>
/// <param name="Now">The time of the request.</param>
/// <param name="AccessToken">The token that it came with; null at the protocol's own end points.</param>
internal sealed record DpopExpectation(string Method, IReadOnlyCollection<Uri> Addresses, DateTimeOffset Now, string? AccessToken);
