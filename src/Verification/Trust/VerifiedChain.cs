using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Certificates;

namespace CrossBorder.Verification.Trust;

/// <summary>A chain that was verified. The only way to one is <see cref="ChainVerifier"/>.</summary>
public sealed class VerifiedChain
{
    internal VerifiedChain(IReadOnlyList<Certificate> path, TrustAnchor anchor, RevocationFindings findings)
    {
        Path = path;
        Anchor = anchor;
        RevocationListsUsed = findings.Lists;
        RevocationResponsesUsed = findings.Responses;
    }

    /// <summary>The certificates from the leaf to the one below the anchor.</summary>
    public IReadOnlyList<Certificate> Path { get; }

    /// <summary>The signer's certificate.</summary>
    public Certificate Leaf => Path[0];

    /// <summary>The anchor that it leads to.</summary>
    public TrustAnchor Anchor { get; }

    /// <summary>The revocation lists that the answer rests on, to be kept as evidence.</summary>
    public IReadOnlyList<CertificateRevocationList> RevocationListsUsed { get; }

    /// <summary>The OCSP responses that the answer rests on, where a list did not give it.</summary>
    public IReadOnlyList<RevocationResponse> RevocationResponsesUsed { get; }

    /// <summary>True where any certificate of it was generated for development.</summary>
    public bool IsDevelopment => Anchor.Certificate.IsDevelopment || Path.Any(certificate => certificate.IsDevelopment);
}
