using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using CsCheck;
using Org.BouncyCastle.Pkcs;

namespace CrossBorder.Verification.Tests.Crypto;

public sealed class CertificateRequestTests
{
    private const string Subject = "C=HK,O=Bureau,CN=Assertions";

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("SGD_SM3_SM2")]
    public void A_request_says_what_is_wished_for_and_proves_the_key(string algorithm)
    {
        var key = Keys.Of(AlgorithmCatalogue.All.Single(known => known.Name == algorithm));
        var made = CertificateRequest.Create(key, Subject, ["https://id.gov.hk/"], [TrustPurpose.AssertionSigning.ToOid()]).Value;

        var read = CertificateRequest.Parse(Encoding.ASCII.GetBytes(made.ToPem())).Value;

        Assert.Equal(Subject, read.Subject);
        Assert.Equal(["https://id.gov.hk/"], read.SubjectAlternativeUris);
        Assert.Equal([TrustPurpose.AssertionSigning.ToOid()], read.Purposes);
        Assert.True(read.PublicKey.IsSameKeyAs(key.PublicKey));
        Assert.True(read.Der.Span.SequenceEqual(made.Der.Span));
        Assert.True(new Pkcs10CertificationRequest(made.Der.ToArray()).Verify(), "BouncyCastle does not accept the request.");
    }

    [Fact]
    public void A_request_signed_by_another_key_is_refused_with_CB3046()
    {
        var (mine, other) = (Keys.Of(AlgorithmCatalogue.ES256), Keys.Of(AlgorithmCatalogue.ES256));
        var stolen = new ForeignKey(other, mine.PublicKey);
        Assert.Contains("private key", CertificateRequest.Create(stolen, Subject).Error.Detail, StringComparison.Ordinal);
        Assert.Equal("CB3046", CertificateRequest.Create(stolen, Subject).Error.Code);
    }

    [Fact]
    public void A_request_that_cannot_be_made_or_read_is_refused_with_CB3046()
    {
        Assert.Equal("CB3046", CertificateRequest.Create(Keys.Of(AlgorithmCatalogue.Sm2), "nonsense").Error.Code);
        Assert.Equal("CB3046", CertificateRequest.Create(Keys.Of(AlgorithmCatalogue.Sm2), Subject, [], ["nonsense"]).Error.Code);
        Assert.Equal("CB3046", CertificateRequest.Parse("nothing"u8).Error.Code);
        Assert.Equal("CB3046", CertificateRequest.Parse(new byte[100_000]).Error.Code);
    }

    [Fact]
    public void A_changed_request_is_refused_and_never_throws()
    {
        var original = CertificateRequest.Create(Keys.Of(AlgorithmCatalogue.Sm2), Subject, ["https://id.gov.hk/"]).Value.Der.ToArray();
        Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var changed = (byte[])original.Clone();
            changed[at] = value;
            return changed[at] == original[at] || !CertificateRequest.Parse(changed).Succeeded;
        }, iter: 1500);
    }

    private sealed class ForeignKey(SoftwareSigningKey signer, VerificationKey claimed) : ISigningKey
    {
        public string KeyId => claimed.KeyId;

        public SignatureAlgorithm Algorithm => signer.Algorithm;

        public VerificationKey PublicKey => claimed;

        public IReadOnlyList<Certificate> Chain => [];

        public byte[] Sign(ReadOnlySpan<byte> data) => signer.Sign(data);
    }
}
