namespace CrossBorder.Verification.Trust;

/// <summary>Everything that is known about revocation at the moment of a check, fetched beforehand.</summary>
public sealed class RevocationAnswers(IEnumerable<CertificateRevocationList> lists)
{
    /// <summary>Nothing is known, so every check that asks for revocation is refused.</summary>
    public static RevocationAnswers Empty { get; } = new([]);

    /// <summary>The lists.</summary>
    public IReadOnlyList<CertificateRevocationList> Lists { get; } = [.. lists];
}
