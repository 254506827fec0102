using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Crypto;

public sealed class CertificateTests
{
    private readonly Authority root = Authority.Root("Root", AlgorithmCatalogue.Sm2);

    [Fact]
    public void What_a_certificate_says_is_read()
    {
        var key = Keys.Of(AlgorithmCatalogue.Sm2);
        var leaf = root.Leaf(key, new LeafRequest { Uri = "http://localhost:5081/", Development = true });

        Assert.True(leaf.PublicKey.IsSameKeyAs(key.PublicKey));
        Assert.Equal(["http://localhost:5081/"], leaf.SubjectAlternativeUris);
        Assert.Equal([TrustPurpose.AssertionSigning.ToOid()], leaf.Purposes);
        Assert.True(leaf.IsDevelopment);
        Assert.False(root.Certificate.IsDevelopment);
        Assert.Equal(root.Certificate.Subject, leaf.Issuer);
        Assert.Equal(leaf.Sha256Thumbprint, Certificate.Parse(System.Text.Encoding.ASCII.GetBytes(leaf.ToPem())).Value.Sha256Thumbprint);
        Assert.Equal(2, Certificate.ParseMany(leaf.ToPem() + root.Certificate.ToPem()).Value.Count);
    }

    [Fact]
    public void A_certificate_seen_again_is_not_read_again_and_another_of_the_same_key_is_no_repetition()
    {
        var key = Keys.Of(AlgorithmCatalogue.Sm2);
        var first = root.Leaf(key, new LeafRequest { Uri = "http://localhost:5081/" });
        var second = root.Leaf(key, new LeafRequest { Uri = "http://localhost:5081/other" });

        Assert.Same(Certificate.Parse(first.Der.Span).Value, Certificate.Parse(first.Der.Span).Value);
        Assert.Equal(["http://localhost:5081/other"], Certificate.Parse(second.Der.Span).Value.SubjectAlternativeUris);
    }

    [Fact]
    public void Trailing_bytes_are_refused_with_CB3008() =>
        Assert.Equal("CB3008", Certificate.Parse([.. root.Certificate.Der.Span, 0]).Error.Code);

    [Fact]
    public void A_truncated_certificate_is_refused_with_CB3008() =>
        Assert.Equal("CB3008", Certificate.Parse(root.Certificate.Der.Span[..^1]).Error.Code);

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----")]
    public void Something_else_is_refused_with_CB3008(string text) => Assert.Equal("CB3008", Certificate.ParseMany(text).Error.Code);

    [Fact]
    public void A_changed_byte_never_throws()
    {
        var der = root.Certificate.Der.ToArray();
        for (var index = 0; index < der.Length; index++)
        {
            var changed = (byte[])der.Clone();
            changed[index] ^= 0x55;
            var outcome = Certificate.Parse(changed);
            Assert.True(outcome.Succeeded || outcome.Error.Code is "CB3008" or "CB3007");
        }
    }

    [Fact]
    public void A_chain_for_another_key_is_refused_with_CB3007() =>
        Assert.Equal("CB3007", Keys.Of(AlgorithmCatalogue.Sm2).WithChain([root.Certificate]).Error.Code);
}
