using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Changes;

/// <summary>A certificate that an officer would have the hub believe.</summary>
/// <param name="Certificate">The authority's certificate.</param>
/// <param name="Name">What officers will call it.</param>
/// <param name="Jurisdiction">For an anchor the place it speaks for; null for an intermediate authority.</param>
/// <param name="Purposes">For an anchor what its leaves may sign; empty for an intermediate authority.</param>
internal sealed record Admission(Certificate Certificate, string Name, Jurisdiction? Jurisdiction, IReadOnlySet<TrustPurpose> Purposes)
{
    /// <summary>Whom a partner's own certificate speaks for, as <see cref="PartnerParty.Party"/>; empty for an authority.</summary>
    public string Party { get; init; } = "";

    /// <summary>Whether a partner's certificate is believed by its authority's word already, and is only registered.</summary>
    public bool IsWatched { get; init; }

    public CertificateRole Role => Party.Length > 0 ? IsWatched ? CertificateRole.Watched : CertificateRole.Partner
        : Jurisdiction is null ? CertificateRole.Intermediate : CertificateRole.Anchor;

    /// <summary>A partner's own certificate: place and purpose are those that the settings know of it.</summary>
    public static Admission Of(PartnerParty party, Certificate certificate, string name, TrustList trust) =>
        new(certificate, name, party.Jurisdiction, new HashSet<TrustPurpose> { party.Purpose })
        {
            Party = party.Party,
            IsWatched = ChainVerifier.Trace([certificate], trust).Count > 0,
        };

    /// <summary>Why it is not even proposed: CB6107, CB6113.</summary>
    public Error? Fault(DateTimeOffset now)
    {
        if (Name.Trim().Length is 0 or > 100)
            return ErrorCatalogue.TrustCertificateUnfit.With("A name has 1 to 100 characters.");
        if (new CertificateReview { Certificate = Certificate, Known = [], Now = now }.Refusal is { } weak)
            return weak;
        if (Certificate.NotAfter <= now)
            return ErrorCatalogue.TrustCertificateUnfit.With($"It ended at {Certificate.NotAfter:u}.");
        return Party.Length > 0 ? PartnerFault() : AuthorityFault();
    }

    private Error? PartnerFault()
    {
        if (Certificate.IsAuthority || Certificate.KeyUsages.Contains("keyCertSign"))
            return ErrorCatalogue.TrustCertificateUnfit.With("It is that of an authority; of a partner only its own certificate is admitted.");
        return Certificate.KeyUsages is { Count: > 0 } usages && !usages.Contains("digitalSignature")
            ? ErrorCatalogue.TrustCertificateUnfit.With("Its key usage does not allow signatures.")
            : null;
    }

    private Error? AuthorityFault()
    {
        if (Jurisdiction is null != (Purposes.Count == 0))
            return ErrorCatalogue.TrustCertificateUnfit.With("An anchor has a jurisdiction and purposes; an intermediate authority has neither.");
        return Certificate.IsAuthority
            ? null
            : ErrorCatalogue.TrustCertificateUnfit.With("It is no certificate of an authority (RFC 5280 section 4.2.1.9), so nothing below it would ever be believed.");
    }

    public TrustCertificate ToRow(DateTimeOffset now) => new()
    {
        Fingerprint = Certificate.Sha256Thumbprint,
        Encoded = Certificate.Der.ToArray(),
        Name = Name.Trim(),
        Role = Role,
        Party = Party,
        Jurisdiction = Jurisdiction?.Code ?? "",
        Purposes = string.Join(' ', Purposes.Order()),
        AddedAt = now,
    };
}
