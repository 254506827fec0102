using CrossBorder.Federation.Trust.Records;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Tests.Trust.Records;

/// <summary>Judgements of a message that the sandbox's Hong Kong home signed.</summary>
internal static class Judged
{
    private const string Type = "test+jws";

    public static TrustParty Home { get; } = new(TrustPurpose.AssertionSigning, Jurisdiction.HongKong, "http://localhost:5081/");

    public static Judgement<bool> Accepted(DevelopmentPki pki, DateTimeOffset now)
    {
        var content = Content(pki);
        var chain = ChainVerifier.Verify(content.Chain, new ChainRequest(
            SandboxTrust.Anchors(pki), Jurisdiction.HongKong, TrustPurpose.AssertionSigning, now,
            SandboxTrust.Revocation(pki), new RevocationPolicy(TimeSpan.FromDays(30))));
        return new Judgement<bool>(true, content, chain.Value);
    }

    public static Judgement<bool> Refused(DevelopmentPki pki, Error error) => new(error, Content(pki), null);

    /// <summary>The chain holds; what the message says does not.</summary>
    public static Judgement<bool> RefusedForItsContent(DevelopmentPki pki, DateTimeOffset now, Error error) => Accepted(pki, now) with { Outcome = error };

    public static Judgement<bool> Unsigned(Error error) => new(error, null, null);

    /// <summary>By a stranger who makes as many keys and certificates as he likes.</summary>
    public static Judgement<bool> ByStranger(string name, Error error)
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=" + name, key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        AlgorithmCatalogue.TryGet("ES256", out var algorithm);
        using var signing = SoftwareSigningKey.FromPkcs8Pem(
            key.ExportPkcs8PrivateKeyPem(), algorithm!, name, [Certificate.Parse(made.RawData).Value]).Value;
        return new Judgement<bool>(error, Read(Jws.Sign(signing, Type, "{}"u8)), null);
    }

    private static SignedContent Content(DevelopmentPki pki) => Read(Jws.Sign(pki.SigningKey("home-rs256", "RS256"), Type, "{}"u8));

    private static SignedContent Read(string compact) =>
        SignedContent.Verify(compact, new SignedContentPolicy { Type = Type, Algorithms = ["RS256", "ES256"] }).Value;
}
