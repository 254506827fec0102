namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>By what it is seen, without reading it, whether a stored response is still the one that was read before.</summary>
/// <param name="Responder">Name of the responder in the settings.</param>
/// <param name="Fingerprint">SHA-256 thumbprint of the certificate, base64url.</param>
/// <param name="ThisUpdate">As the response says.</param>
/// <param name="FetchedAt">Another one whenever a response was kept.</param>
/// <param name="NeededAt">When a judgement last had it fetched.</param>
internal sealed record ResponseMark(string Responder, string Fingerprint, DateTimeOffset ThisUpdate, DateTimeOffset FetchedAt, DateTimeOffset NeededAt);
