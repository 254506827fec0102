namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>A certificate, or a key of the hub: what something may rest on.</summary>
/// <param name="Name">As officers name it: SHA-256 in hex of a certificate, the <c>kid</c> of a key.</param>
/// <param name="Fingerprint">Thumbprint of the certificate, base64url; null for a key.</param>
/// <param name="Key">Null for a certificate.</param>
internal sealed record RestingSubject(string Name, string? Fingerprint, HubKeyLife? Key);

/// <summary>
/// A key of the hub and when it signed for whom. A token does not say with which key it was signed, but there is one active key at a time
/// for each algorithm, and each relying party has one algorithm.
/// </summary>
/// <param name="Id">The <c>kid</c>.</param>
/// <param name="Clients">Relying parties whose tokens have its algorithm.</param>
/// <param name="SignedFrom">When it began to sign tokens; null where it never did, or where what it signed is believed no more.</param>
/// <param name="SignedUntil">When its successor took over; null while it signs.</param>
internal sealed record HubKeyLife(string Id, IReadOnlyList<string> Clients, DateTimeOffset? SignedFrom, DateTimeOffset? SignedUntil);
