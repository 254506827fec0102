namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>Counts what rests on a certificate.</summary>
internal interface IBlastRadius
{
    /// <summary>Of a certificate of any kind, by its fingerprint; all zero for one that nothing was accepted over.</summary>
    Task<BlastRadius> OfAsync(string fingerprint, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>How much was accepted over chains that lead through one certificate, as far as it is kept.</summary>
/// <param name="Parties">Issuers of homes and URIs of departments and directories that sign under it, in order.</param>
/// <param name="SignIns">Sign-ins whose record is kept.</param>
/// <param name="LatestSignIns">Those of the last seven days.</param>
/// <param name="Sessions">Sessions that live now.</param>
/// <param name="Tokens">Valid tokens of the persons of these sessions at the relying parties they visited in them.</param>
/// <param name="Applications">Applications of persons who were verified over it.</param>
/// <param name="Deliveries">Deliveries of these applications that wait.</param>
/// <param name="Receipts">Receipts of departments.</param>
/// <param name="Events">What departments told of cases afterwards.</param>
internal sealed record BlastRadius(
    IReadOnlyList<string> Parties, int SignIns, int LatestSignIns, int Sessions, int Tokens, int Applications, int Deliveries, int Receipts, int Events);
