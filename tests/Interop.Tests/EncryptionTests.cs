using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto.Encryption;

namespace CrossBorder.Interop.Tests;

/// <summary>What this product encrypts, foreign software decrypts, and the other way round.</summary>
public sealed class EncryptionTests
{
    private const string Text = "{\"case\":\"CB-1\"}";

    private static readonly EncryptionSettings Settings = new() { Type = null, Encryption = EncryptionCatalogue.Aes256Gcm };

    private static readonly EncryptedContentPolicy Policy = new()
    {
        Type = null, KeyManagement = ["RSA-OAEP-256", "ECDH-ES", "ECDH-ES+A256KW", "SGD_SM2_3"], ContentEncryption = ["A256GCM", "A128CBC-HS256"],
    };

    [Theory]
    [InlineData("RSA-OAEP-256", "A256GCM")]
    [InlineData("ECDH-ES", "A256GCM")]
    [InlineData("ECDH-ES+A256KW", "A256GCM")]
    [InlineData("RSA-OAEP-256", "A128CBC-HS256")]
    [InlineData("ECDH-ES", "A128CBC-HS256")]
    [InlineData("ECDH-ES+A256KW", "A128CBC-HS256")]
    public async Task Jose_in_Node_decrypts_a_message_and_encrypts_one(string alg, string enc)
    {
        await NodePeers.RequireAsync();
        using var key = KeyFor(alg);
        Assert.True(EncryptionCatalogue.TryGetContentEncryption(enc, out var content));
        var jwe = Jwe.Encrypt(key.PublicKey, Settings with { Encryption = content }, Encoding.UTF8.GetBytes(Text));

        var decrypted = await NodePeers.RunAsync("encryption.mjs", new { operation = "decrypt", alg, jwe, jwk = Json(key.ToPrivateJwk()) });
        var encrypted = await NodePeers.RunAsync("encryption.mjs",
            new { operation = "encrypt", alg, enc, payload = Text, jwk = Json(key.PublicKey.ToJwk()) });

        Assert.Equal(Text, decrypted.GetProperty("payload").GetString());
        Assert.Equal(Text, Decrypt(encrypted.GetProperty("jwe").GetString()!, key, Policy));
    }

    [Fact]
    public async Task Sm_crypto_recovers_the_content_key_of_a_message_and_encrypts_one()
    {
        await NodePeers.RequireAsync();
        using var key = KeyFor("SGD_SM2_3");
        var jwe = Jwe.Encrypt(key.PublicKey, Settings, Encoding.UTF8.GetBytes(Text));
        var contentKey = RandomNumberGenerator.GetBytes(EncryptedMessage.KeyLength);

        var decrypted = await NodePeers.RunAsync("encryption.mjs", new
        {
            operation = "decryptSm2", jwk = Json(key.ToPrivateJwk()), ciphertext = Convert.ToHexStringLower(EncryptedMessage.EncryptedKeyOf(jwe)),
        });
        var encrypted = await NodePeers.RunAsync("encryption.mjs",
            new { operation = "encryptSm2", jwk = Json(key.PublicKey.ToJwk()), payload = Convert.ToHexStringLower(contentKey) });

        Assert.Equal(Text, Encoding.UTF8.GetString(EncryptedMessage.Open(jwe, Convert.FromHexString(decrypted.GetProperty("payload").GetString()!))));
        Assert.Equal(Text, Decrypt(Seal(key, Convert.FromHexString(encrypted.GetProperty("ciphertext").GetString()!), contentKey), key, Policy));
    }

    [Theory]
    [InlineData("RSA-OAEP-256")]
    [InlineData("SGD_SM2_3")]
    public async Task OpenSSL_recovers_the_content_key_of_a_message_and_encrypts_one(string alg)
    {
        using var key = KeyFor(alg);
        var rsa = alg == "RSA-OAEP-256";
        // OpenSSL writes and reads SM2 ciphertexts in DER.
        var jwe = Jwe.Encrypt(key.PublicKey, Settings with { Sm2Encoding = Sm2CiphertextEncoding.Der }, Encoding.UTF8.GetBytes(Text));
        var contentKey = RandomNumberGenerator.GetBytes(EncryptedMessage.KeyLength);

        var decrypted = await OpenSslEncryption.DecryptAsync(key.ToPkcs8Pem(), rsa, EncryptedMessage.EncryptedKeyOf(jwe));
        var encrypted = await OpenSslEncryption.EncryptAsync(key.ToPkcs8Pem(), rsa, contentKey);

        Assert.Equal(Text, Encoding.UTF8.GetString(EncryptedMessage.Open(jwe, decrypted)));
        Assert.Equal(Text, Decrypt(Seal(key, encrypted, contentKey), key, Policy with { Sm2Encoding = Sm2CiphertextEncoding.Der }));
    }

    private static SoftwareDecryptionKey KeyFor(string alg)
    {
        Assert.True(EncryptionCatalogue.TryGetKeyManagement(alg, out var management));
        return SoftwareDecryptionKey.Generate(management);
    }

    private static string Seal(SoftwareDecryptionKey key, byte[] encryptedKey, byte[] contentKey) => EncryptedMessage.Seal(
        $$"""{"alg":"{{key.Algorithm}}","enc":"A256GCM","kid":"{{key.KeyId}}"}""", encryptedKey, contentKey, Encoding.UTF8.GetBytes(Text));

    private static string Decrypt(string jwe, SoftwareDecryptionKey key, EncryptedContentPolicy policy) =>
        Encoding.UTF8.GetString(EncryptedContent.Decrypt(jwe, [key], policy).Value.Payload.Span);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
