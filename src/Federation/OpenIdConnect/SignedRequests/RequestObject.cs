using OpenIddict.Abstractions;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>An authorization request that a client signed, verified.</summary>
/// <param name="Parameters">The request's own parameters, without the claims of the JWT around them.</param>
/// <param name="Identifier">Its <c>jti</c>; null where it has none.</param>
/// <param name="Expires">When it stops to hold.</param>
internal sealed record RequestObject(IReadOnlyDictionary<string, OpenIddictParameter> Parameters, string? Identifier, DateTimeOffset Expires);
