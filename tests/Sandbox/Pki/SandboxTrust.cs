using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Sandbox.Pki;

/// <summary>The anchors of both sides, as somebody holds them who got them out of band.</summary>
public static class SandboxTrust
{
    public static TrustList Anchors(DevelopmentPki pki)
    {
        ArgumentNullException.ThrowIfNull(pki);
        return new TrustList(
            [
                Anchor(pki, "hk-root", Jurisdiction.HongKong, TrustPurpose.AssertionSigning),
                Anchor(pki, "gd-root", Jurisdiction.Guangdong, TrustPurpose.ReceiptSigning, TrustPurpose.ClientAuthentication,
                    TrustPurpose.DirectorySigning, TrustPurpose.HubSigning, TrustPurpose.EnvelopeEncryption),
            ],
            [Read(pki, "hk-intermediate"), Read(pki, "gd-intermediate")]);
    }

    /// <summary>The revocation lists of all authorities, as they are now.</summary>
    public static RevocationAnswers Revocation(DevelopmentPki pki)
    {
        ArgumentNullException.ThrowIfNull(pki);
        return new RevocationAnswers(DevelopmentPki.Authorities.Select(name => CertificateRevocationList.Parse(pki.RevocationList(name)).Value));
    }

    private static TrustAnchor Anchor(DevelopmentPki pki, string name, Jurisdiction jurisdiction, params TrustPurpose[] purposes) =>
        new(name, Read(pki, name), jurisdiction, purposes.ToHashSet());

    private static Certificate Read(DevelopmentPki pki, string name) =>
        Certificate.ParseMany(File.ReadAllText(pki.CertificateFile(name))).Value[0];
}
