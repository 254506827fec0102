namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>Counts and lists what rests on a certificate or on a key of the hub. What it counts is what it lists.</summary>
internal interface IBlastRadius
{
    /// <summary>Of a certificate of any kind, by its fingerprint; all zero for one that nothing was accepted over.</summary>
    Task<BlastRadius> OfAsync(string fingerprint, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Of a key of the hub.</summary>
    Task<KeyRadius> OfKeyAsync(HubKeyLife key, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>All of it, kind by kind, as it is read: there may be millions.</summary>
    IAsyncEnumerable<RestingItem> ListAsync(RestingSubject subject, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>How much was accepted over chains that lead through one certificate, as far as it is kept.</summary>
/// <param name="Parties">Issuers of homes and URIs of departments and directories that sign under it, in order.</param>
/// <param name="SignIns">Sign-ins whose record is kept.</param>
/// <param name="LatestSignIns">Those of the last seven days.</param>
/// <param name="Links">Account links of persons who were verified over it when the link was made.</param>
/// <param name="Sessions">Sessions that live now.</param>
/// <param name="Tokens">Valid tokens of the persons of these sessions at the relying parties they visited in them.</param>
/// <param name="Applications">Applications of persons who were verified over it.</param>
/// <param name="Deliveries">Deliveries of these applications that wait.</param>
/// <param name="Receipts">Receipts of departments.</param>
/// <param name="Events">What departments told of cases afterwards.</param>
internal sealed record BlastRadius(
    IReadOnlyList<string> Parties, int SignIns, int LatestSignIns, int Links, int Sessions, int Tokens, int Applications, int Deliveries, int Receipts, int Events);

/// <summary>How much was signed with one key of the hub and is still built on.</summary>
/// <param name="Tokens">Valid ID and access tokens; a refresh token is for the hub alone and rests on no key that others read.</param>
/// <param name="Envelopes">Deliveries whose envelope it signed.</param>
/// <param name="Waiting">Those of them that the department has yet to answer.</param>
/// <param name="Attestations">Attestations that have not expired.</param>
/// <param name="Checkpoints">Checkpoints of the audit log.</param>
internal sealed record KeyRadius(int Tokens, int Envelopes, int Waiting, int Attestations, int Checkpoints);
