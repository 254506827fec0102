using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>What the answer about the revocation of a whole path rests on.</summary>
internal sealed record RevocationFindings(IReadOnlyList<CertificateRevocationList> Lists, IReadOnlyList<RevocationResponse> Responses);

/// <summary>What one kind of source says of one certificate.</summary>
/// <param name="Refusal">Null where it says that the certificate is good.</param>
/// <param name="IsFinal">True where no other source can make up for it: the certificate is revoked, or its own authority does not know it.</param>
internal sealed record RevocationVerdict(Error? Refusal, bool IsFinal = false)
{
    public CertificateRevocationList? List { get; init; }

    public RevocationResponse? Response { get; init; }
}
