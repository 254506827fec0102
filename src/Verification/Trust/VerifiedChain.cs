using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Certificates;

namespace CrossBorder.Verification.Trust;

/// <summary>A chain that was verified. The only way to one is <see cref="ChainVerifier"/>.</summary>
public sealed class VerifiedChain
{
    internal VerifiedChain(CertificatePath path, RevocationFindings findings)
    {
        Path = path.Path;
        Anchor = path.Anchor;
        Direct = path.Direct;
        RevocationListsUsed = findings.Lists;
        RevocationResponsesUsed = findings.Responses;
    }

    /// <summary>The certificates from the leaf to the one below the anchor.</summary>
    public IReadOnlyList<Certificate> Path { get; }

    /// <summary>The signer's certificate.</summary>
    public Certificate Leaf => Path[0];

    /// <summary>The anchor that it leads to; where <see cref="Direct"/> is there, the leaf itself under the name that it was admitted by.</summary>
    public TrustAnchor Anchor { get; }

    /// <summary>The admission by which the leaf is believed for itself; null where it leads to an anchor.</summary>
    public PartnerCertificate? Direct { get; }

    /// <summary>Whether the signer speaks for this party: by the admission of its certificate, else by the URIs in it.</summary>
    public bool SpeaksFor(string party) => new CertificatePath(Path, Anchor) { Direct = Direct }.SpeaksFor(party);

    /// <summary>The revocation lists that the answer rests on, to be kept as evidence.</summary>
    public IReadOnlyList<CertificateRevocationList> RevocationListsUsed { get; }

    /// <summary>The OCSP responses that the answer rests on, where a list did not give it.</summary>
    public IReadOnlyList<RevocationResponse> RevocationResponsesUsed { get; }

    /// <summary>True where any certificate of it was generated for development.</summary>
    public bool IsDevelopment => Anchor.Certificate.IsDevelopment || Path.Any(certificate => certificate.IsDevelopment);
}
