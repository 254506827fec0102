using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Tests.Trust;

/// <summary>What a responder is asked, and what of its answers is taken.</summary>
public sealed class RevocationQuestionTests
{
    private static readonly byte[] Nonce = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
    private readonly Authority root = Authority.Root("Root", AlgorithmCatalogue.Sm2);
    private readonly Certificate leaf;

    public RevocationQuestionTests() => leaf = root.Leaf(Keys.Of(AlgorithmCatalogue.ES256), new LeafRequest());

    [Theory]
    [InlineData(CertificateIdHash.Sha1, "1.3.14.3.2.26")]
    [InlineData(CertificateIdHash.Sha256, "2.16.840.1.101.3.4.2.1")]
    [InlineData(CertificateIdHash.Sm3, "1.2.156.10197.1.401")]
    public void A_question_names_the_certificate_and_the_issuer_and_carries_the_nonce(CertificateIdHash hash, string oid)
    {
        var request = new OcspReq(RevocationQuestion.Of(leaf, root.Certificate, hash, Nonce).Encoded.ToArray());

        var id = Assert.Single(request.GetRequestList()).GetCertID();
        Assert.Equal(oid, id.HashAlgOid);
        Assert.Equal(leaf.Parsed.SerialNumber, id.SerialNumber);
        Assert.True(id.MatchesIssuer(root.Certificate.Parsed));
        Assert.Equal(Nonce, Org.BouncyCastle.Asn1.Asn1OctetString.GetInstance(
            request.RequestExtensions.GetExtension(OcspObjectIdentifiers.PkixOcspNonce).GetParsedValue()).GetOctets());
        Assert.Null(new OcspReq(RevocationQuestion.Of(leaf, root.Certificate, hash, nonce: null).Encoded.ToArray()).RequestExtensions);
    }

    [Fact]
    public void An_answer_to_the_question_is_taken_whatever_it_says()
    {
        foreach (var status in new[] { CertificateStatus.Good, new RevokedStatus(Clock.Start.AddDays(-1).UtcDateTime, CrlReason.KeyCompromise), new UnknownStatus() })
        {
            var taken = Take(new Responder(root, root) { Status = status, Nonce = Nonce }.Encode(leaf), nonceRequired: true);
            Assert.True(taken.Succeeded);
        }

        Assert.Equal(RevocationStatementStatus.Good, Take(new Responder(root, root).Encode(leaf)).Value.StatementOf(leaf, root.Certificate)!.Status);
        Assert.Equal(RevocationStatementStatus.Unknown, Take(new Responder(root, root) { Status = new UnknownStatus() }.Encode(leaf)).Value.StatementOf(leaf, root.Certificate)!.Status);
    }

    [Fact]
    public void An_answer_to_another_question_is_refused_with_CB3054()
    {
        var other = root.Leaf(Keys.Of(AlgorithmCatalogue.ES256), new LeafRequest());
        AssertRefused("CB3054", "nothing of", Take(new Responder(root, root).Encode(other)));
        AssertRefused("CB3054", "nonce of another", Take(new Responder(root, root) { Nonce = [1, 2, 3] }.Encode(leaf)));
        AssertRefused("CB3054", "repeats no nonce", Take(new Responder(root, root).Encode(leaf), nonceRequired: true));
    }

    [Fact]
    public void An_answer_that_would_push_out_a_good_one_is_refused_with_CB3044()
    {
        AssertRefused("CB3044", "does not hold", Take(new Responder(root, Authority.Root("Root", AlgorithmCatalogue.Sm2)).Encode(leaf)));
        AssertRefused("CB3044", "after the time", Take(new Responder(root, root) { ThisUpdate = Clock.Start.AddHours(1), NextUpdate = Clock.Start.AddHours(2) }.Encode(leaf)));
        AssertRefused("CB3044", "try later", Take(new OCSPRespGenerator().Generate(OCSPRespGenerator.TryLater, null).GetEncoded()));
        AssertRefused("CB3044", "not well-formed", Take("<html>"u8.ToArray()));
    }

    private Outcome<RevocationResponse> Take(byte[] answer, bool nonceRequired = false) =>
        RevocationQuestion.Of(leaf, root.Certificate, CertificateIdHash.Sha1, Nonce).Take(answer, RevocationAnswers.Empty, Clock.Start, nonceRequired);

    private static void AssertRefused(string code, string why, Outcome<RevocationResponse> refused)
    {
        Assert.Equal(code, refused.Error.Code);
        Assert.Contains(why, refused.Error.Detail, StringComparison.Ordinal);
    }
}
