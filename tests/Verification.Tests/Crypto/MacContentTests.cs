using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>A MAC and a signature are never taken for one another.</summary>
public sealed class MacContentTests
{
    private const string Type = "cross-border-test+jws";
    private readonly MacKey secret = MacKey.Generate("shared");

    [Fact]
    public void A_message_verifies_under_the_shared_secret()
    {
        var content = MacContent.Verify(MacContent.Protect(secret, Type, "{}"u8), Type, [MacKey.FromJwk(secret.ToJwk()).Value]).Value;
        Assert.Equal("{}"u8, content.Payload.Span);
        Assert.Equal("shared", content.KeyId);
    }

    [Fact]
    public void Another_secret_or_a_changed_message_is_refused_with_CB3004()
    {
        var message = MacContent.Protect(secret, Type, "{}"u8);
        Assert.Equal("CB3004", Code(message, MacKey.Generate("shared")));
        var parts = message.Split('.');
        Assert.Equal("CB3004", Code($"{parts[0]}.{Part("{ }")}.{parts[2]}"));
        Assert.Equal("CB3004", Code($"{parts[0]}.{parts[1]}."));
        Assert.Equal("CB3004", Code($"{parts[0]}.{parts[1]}.{parts[2][..20]}"));
    }

    [Fact]
    public void Another_kid_type_or_form_is_refused_with_CB3005_CB3006_CB3001_and_CB3002()
    {
        Assert.Equal("CB3005", Code(MacContent.Protect(MacKey.Generate("other"), Type, "{}"u8)));
        Assert.Equal("CB3006", Code(MacContent.Protect(secret, "another+jws", "{}"u8)));
        Assert.Equal("CB3001", Code("no message"));
        Assert.Equal("CB3002", Code(new string('a', 65537)));
    }

    [Fact]
    public void A_MAC_made_with_a_public_key_is_no_signature_CB3003()
    {
        // The classic confusion: the attacker knows the public key, and signs with it as if it were a secret.
        foreach (var algorithm in AlgorithmCatalogue.All)
        {
            var victim = Keys.Of(algorithm).PublicKey;
            var input = $"{Part($$"""{"alg":"SGD_SM3_HMAC","typ":"{{Type}}","kid":"{{victim.KeyId}}"}""")}.{Part("{}")}";
            var code = Digests.HmacSm3(Encoding.UTF8.GetBytes(victim.ToJwk()), Encoding.ASCII.GetBytes(input));
            var policy = new SignedContentPolicy
            {
                Type = Type, RegisteredKeys = [victim],
                Algorithms = [.. AlgorithmCatalogue.All.Select(known => known.Name), AlgorithmCatalogue.Sm3Hmac],
            };
            Assert.Equal("CB3003", SignedContent.Verify($"{input}.{System.Buffers.Text.Base64Url.EncodeToString(code)}", policy).Error.Code);
        }
    }

    [Fact]
    public void A_signature_is_no_MAC_CB3003()
    {
        var key = Keys.Of(AlgorithmCatalogue.Sm2);
        Assert.Equal("CB3003", Code(Jws.Sign(key, Type, "{}"u8)));
    }

    [Fact]
    public void The_MAC_is_no_algorithm_of_any_signature()
    {
        Assert.False(AlgorithmCatalogue.TryGet(AlgorithmCatalogue.Sm3Hmac, out _));
        Assert.All(Enum.GetValues<SignatureUse>(), use => Assert.False(AlgorithmPolicy.Default.Takes(use, AlgorithmCatalogue.Sm3Hmac)));
    }

    [Fact]
    public void A_public_key_is_no_secret_in_any_of_its_encodings_CB3007()
    {
        foreach (var algorithm in AlgorithmCatalogue.All)
        {
            var jwk = Keys.Of(algorithm).PublicKey.ToJwk();
            Assert.Equal("CB3007", MacKey.FromJwk(jwk).Error.Code);
            Assert.Equal("CB3007", MacKey.FromBytes(Encoding.UTF8.GetBytes(jwk), "shared").Error.Code);
        }

        var certificate = Authority.Root("Root", AlgorithmCatalogue.ES256).Certificate;
        Assert.Equal("CB3007", MacKey.FromBytes(certificate.Der.Span, "shared").Error.Code);
        Assert.Equal("CB3007", MacKey.FromBytes(Encoding.ASCII.GetBytes(certificate.ToPem()), "shared").Error.Code);
        Assert.Equal("CB3007", MacKey.FromBytes(certificate.Parsed.CertificateStructure.SubjectPublicKeyInfo.PublicKey.GetBytes(), "shared").Error.Code);
    }

    [Fact]
    public void A_secret_is_no_public_key_CB3007() => Assert.Equal("CB3007", VerificationKey.FromJwk(secret.ToJwk()).Error.Code);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kty":"oct","kid":"a","k":"AAAA"}""")]
    [InlineData("""{"kty":"oct","kid":"a"}""")]
    [InlineData("""{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""")]
    [InlineData("""{"kty":"oct","kid":"a","alg":"HS256","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""")]
    public void A_weak_or_incomplete_secret_or_one_for_another_algorithm_is_refused_with_CB3007(string jwk) =>
        Assert.Equal("CB3007", MacKey.FromJwk(jwk).Error.Code);

    private string Code(string compact, MacKey? key = null) => MacContent.Verify(compact, Type, [key ?? secret]).Error.Code;

    private static string Part(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
