namespace CrossBorder.Verification.Trust;

/// <summary>Everything that is known about revocation at the moment of a check, fetched beforehand.</summary>
/// <param name="lists">Revocation lists (RFC 5280 section 5).</param>
/// <param name="responses">OCSP responses (RFC 6960). One of either kind is enough for a certificate, and whatever either says against it counts.</param>
public sealed class RevocationAnswers(IEnumerable<CertificateRevocationList> lists, IEnumerable<RevocationResponse>? responses = null)
{
    /// <summary>Nothing is known, so every check that asks for revocation is refused.</summary>
    public static RevocationAnswers Empty { get; } = new([]);

    /// <summary>The lists.</summary>
    public IReadOnlyList<CertificateRevocationList> Lists { get; } = [.. lists];

    /// <summary>The OCSP responses.</summary>
    public IReadOnlyList<RevocationResponse> Responses { get; } = [.. responses ?? []];
}
