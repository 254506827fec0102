using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Trust;

/// <summary>Looks at a certificate as it is to be admitted: what forbids it, and what an officer should think about.</summary>
public sealed record CertificateReview
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestLeaf = TimeSpan.FromDays(825);
    private const int StrongRsa = 3072;

    /// <summary>The certificate.</summary>
    public required Certificate Certificate { get; init; }

    /// <summary>The purpose of a leaf; null where an authority is meant.</summary>
    public TrustPurpose? Purpose { get; init; }

    /// <summary>The party that a leaf is for; null where an authority is meant.</summary>
    public string? Party { get; init; }

    /// <summary>All other certificates that are known, its issuer among them if there is one.</summary>
    public required IReadOnlyCollection<Certificate> Known { get; init; }

    /// <summary>The time of the review.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Why it can never be admitted; CB6113. Null where nothing forbids it.</summary>
    public Error? Refusal => CertificateSignature.IsBroken(Certificate)
        ? ErrorCatalogue.ImportWeak.With($"It is signed with {Certificate.SignatureAlgorithm}.")
        : null;

    /// <summary>What to think about, in the order of <see cref="CertificateConcern"/>.</summary>
    public IReadOnlyList<CertificateConcern> Concerns => [.. Find().Distinct().Order()];

    private IEnumerable<CertificateConcern> Find() => [.. OfTime(), .. OfUse(), .. OfSignature(), .. OfOthers()];

    private IEnumerable<CertificateConcern> OfTime()
    {
        var validity = Certificate.NotAfter - Certificate.NotBefore;
        if (Certificate.NotAfter - Now < Soon)
            yield return CertificateConcern.EndsSoon;
        if (validity < Soon)
            yield return CertificateConcern.ShortValidity;
        if (Purpose is not null && validity > LongestLeaf)
            yield return CertificateConcern.LongValidity;
        if (Certificate.NotBefore > Now)
            yield return CertificateConcern.NotYetValid;
    }

    private IEnumerable<CertificateConcern> OfUse()
    {
        if (Certificate.PublicKey.Kind == KeyKind.Rsa && Certificate.PublicKey.Bits < StrongRsa)
            yield return CertificateConcern.WeakKey;
        if (!Certificate.KeyUsages.Contains(Purpose is null ? "keyCertSign" : "digitalSignature"))
            yield return CertificateConcern.KeyUsageUnfit;
        if (Purpose is { } purpose && !Certificate.Purposes.Contains(purpose.ToOid()))
            yield return CertificateConcern.PurposeUnstated;
        if (Party is { } party && !Certificate.SubjectAlternativeUris.Contains(party, StringComparer.Ordinal))
            yield return CertificateConcern.NameUnstated;
        // A root is revoked by nobody but those who list it.
        if (!Certificate.IsSelfIssued && Certificate.RevocationAddresses.Count == 0)
            yield return CertificateConcern.NoRevocationAddress;
        if (Certificate.IsDevelopment)
            yield return CertificateConcern.Development;
    }

    private IEnumerable<CertificateConcern> OfSignature()
    {
        if (Certificate.IsSelfIssued && Purpose is not null)
            yield return CertificateConcern.SelfIssued;
        var issuers = Known.Append(Certificate).Where(issuer => issuer.Subject == Certificate.Issuer).ToList();
        if (issuers.Count == 0 || issuers.Exists(issuer => CertificateSignature.Holds(Certificate, issuer)))
            yield break;
        yield return issuers.Exists(issuer => CertificateSignature.HoldsWithEmptyUserId(Certificate, issuer))
            ? CertificateConcern.OtherUserId
            : CertificateConcern.SignatureDoubtful;
    }

    private IEnumerable<CertificateConcern> OfOthers()
    {
        foreach (var other in Known.Where(other => other.Sha256Thumbprint != Certificate.Sha256Thumbprint))
        {
            if (other.PublicKey.IsSameKeyAs(Certificate.PublicKey))
                yield return CertificateConcern.SameKey;
            else if (other.Subject == Certificate.Subject)
                yield return CertificateConcern.SameName;
        }
    }
}
