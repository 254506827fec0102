using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Tests.Pki;

namespace CrossBorder.Verification.Tests.Crypto.Encryption;

public sealed class SignedThenEncryptedTests
{
    private readonly SoftwareSigningKey signer = Keys.Of(AlgorithmCatalogue.Sm2);

    private static EncryptedContentPolicy Outer { get; } = new()
    {
        Type = "cross-border-test+jwe", KeyManagement = ["SGD_SM2_3", "ECDH-ES"], ContentEncryption = ["SGD_SM4_GCM"],
    };

    private static EncryptionSettings Settings { get; } = new() { Type = "cross-border-test+jwe", Encryption = EncryptionCatalogue.Sm4Gcm };

    [Theory]
    [InlineData("JWT", "JWT")]
    [InlineData("at+jwt", "JWT")]
    [InlineData("cross-border-test+jws", "cross-border-test+jws")]
    public void A_signed_message_comes_out_of_an_encrypted_one(string signedType, string contentType)
    {
        var compact = Create(signedType);
        var signed = SignedThenEncrypted.Open(compact, Recipients.All, Outer, Inner(signedType)).Value;
        Assert.Equal("{}"u8, signed.Payload.Span);
        Assert.Equal(signer.KeyId, signed.KeyId);
        Assert.Equal(contentType, EncryptedContent.Decrypt(compact, Recipients.All, Outer).Value.ContentType);
    }

    [Fact]
    public void Encrypted_but_not_signed_is_refused_with_CB3001()
    {
        var compact = Jwe.Encrypt(Recipients.Of("SGD_SM2_3").PublicKey, Settings with { ContentType = "JWT" }, Encoding.UTF8.GetBytes("{\"sub\":\"甲\"}"));
        Assert.Equal("CB3001", SignedThenEncrypted.Open(compact, Recipients.All, Outer, Inner("JWT")).Error.Code);
    }

    [Fact]
    public void Content_that_says_to_be_something_else_is_refused_with_CB3084() =>
        Assert.Equal("CB3084", SignedThenEncrypted.Open(Create("JWT"), Recipients.All, Outer, Inner("cross-border-test+jws")).Error.Code);

    [Fact]
    public void A_signature_of_somebody_else_is_refused_with_CB3005() =>
        Assert.Equal("CB3005", SignedThenEncrypted.Open(
            Create("JWT"), Recipients.All, Outer, Inner("JWT") with { RegisteredKeys = [Keys.Of(AlgorithmCatalogue.Sm2).PublicKey] }).Error.Code);

    private string Create(string signedType) =>
        SignedThenEncrypted.Create(signer, signedType, Recipients.Of("SGD_SM2_3").PublicKey, Settings, "{}"u8);

    private SignedContentPolicy Inner(string type) => new() { Type = type, Algorithms = ["SGD_SM3_SM2"], RegisteredKeys = [signer.PublicKey] };
}
