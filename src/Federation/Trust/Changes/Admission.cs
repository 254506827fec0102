using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Changes;

/// <summary>A certificate of an authority that an officer would have the hub believe.</summary>
/// <param name="Certificate">The authority's certificate.</param>
/// <param name="Name">What officers will call it.</param>
/// <param name="Jurisdiction">For an anchor the place it speaks for; null for an intermediate authority.</param>
/// <param name="Purposes">For an anchor what its leaves may sign; empty for an intermediate authority.</param>
internal sealed record Admission(Certificate Certificate, string Name, Jurisdiction? Jurisdiction, IReadOnlySet<TrustPurpose> Purposes)
{
    /// <summary>Why it is not even proposed: CB6107.</summary>
    public Error? Fault(DateTimeOffset now)
    {
        if (Name.Trim().Length is 0 or > 100)
            return ErrorCatalogue.TrustCertificateUnfit.With("A name has 1 to 100 characters.");
        if (Jurisdiction is null != (Purposes.Count == 0))
            return ErrorCatalogue.TrustCertificateUnfit.With("An anchor has a jurisdiction and purposes; an intermediate authority has neither.");
        if (!Certificate.IsAuthority)
            return ErrorCatalogue.TrustCertificateUnfit.With("It is no certificate of an authority (RFC 5280 section 4.2.1.9), so nothing below it would ever be believed.");
        return Certificate.NotAfter <= now
            ? ErrorCatalogue.TrustCertificateUnfit.With($"It ended at {Certificate.NotAfter:u}.")
            : null;
    }

    public TrustCertificate ToRow(DateTimeOffset now) => new()
    {
        Fingerprint = Certificate.Sha256Thumbprint,
        Encoded = Certificate.Der.ToArray(),
        Name = Name.Trim(),
        Jurisdiction = Jurisdiction?.Code ?? "",
        Purposes = string.Join(' ', Purposes.Order()),
        AddedAt = now,
    };
}
