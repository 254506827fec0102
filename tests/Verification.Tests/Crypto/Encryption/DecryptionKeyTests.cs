using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Tests.Pki;

namespace CrossBorder.Verification.Tests.Crypto.Encryption;

public sealed class DecryptionKeyTests
{
    private static readonly EncryptionSettings Settings = new() { Type = null, Encryption = EncryptionCatalogue.Aes256Gcm };

    private static readonly EncryptedContentPolicy Policy = new()
    {
        Type = null,
        KeyManagement = [.. EncryptionCatalogue.KeyManagement.Select(algorithm => algorithm.Name)],
        ContentEncryption = ["A256GCM"],
    };

    public static TheoryData<string> Managements => [.. Policy.KeyManagement];

    [Theory]
    [MemberData(nameof(Managements))]
    public void A_key_survives_jwk_and_pkcs8(string management)
    {
        var key = Recipients.Of(management);
        using var fromJwk = SoftwareDecryptionKey.FromJwk(key.ToPrivateJwk()).Value;
        using var fromPem = SoftwareDecryptionKey.FromPkcs8Pem(key.ToPkcs8Pem(), algorithm: key.Algorithm).Value;
        var recipient = RecipientKey.FromJwk(key.PublicKey.ToJwk()).Value;
        Assert.Equal(key.KeyId, fromPem.KeyId);
        Assert.Equal((key.Algorithm, key.KeyId), (recipient.Algorithm, recipient.KeyId));
        var foreign = EncryptionCatalogue.KeyManagement.First(other => other.Kind != key.Algorithm.Kind);
        Assert.Equal("CB3007", SoftwareDecryptionKey.FromPkcs8Pem(key.ToPkcs8Pem(), algorithm: foreign).Error.Code);
        foreach (var reader in new[] { fromJwk, fromPem })
            Assert.Equal("a payload"u8, EncryptedContent.Decrypt(Jwe.Encrypt(recipient, Settings, "a payload"u8), [reader], Policy).Value.Payload.Span);
    }

    [Theory]
    [MemberData(nameof(Managements))]
    public void A_key_that_was_disposed_of_is_of_no_more_use(string management)
    {
        var key = SoftwareDecryptionKey.FromJwk(Recipients.Of(management).ToPrivateJwk()).Value;
        key.Dispose();
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Recover([1]));
        Assert.Throws<ObjectDisposedException>(key.ToPrivateJwk);
        Assert.Throws<ObjectDisposedException>(key.ToPkcs8Pem);
    }

    [Theory]
    [MemberData(nameof(Managements))]
    public void Its_private_numbers_are_zeroed_when_it_is_disposed_of(string management)
    {
        var key = SoftwareDecryptionKey.FromJwk(Recipients.Of(management).ToPrivateJwk()).Value;
        var numbers = key.PrivateMembers.Select(member => member.Number).ToArray();
        Assert.All(numbers, number => Assert.Contains(number, octet => octet != 0));
        key.Dispose();
        Assert.All(numbers, number => Assert.DoesNotContain(number, octet => octet != 0));
    }

    [Theory]
    [InlineData("use", "sig")]
    [InlineData("alg", "RSA-OAEP")]
    [InlineData("alg", "SGD_SM3_SM2")]
    public void A_key_that_says_to_be_for_something_else_is_refused_with_CB3007(string name, string value)
    {
        foreach (var management in Policy.KeyManagement)
        {
            var jwk = JsonNode.Parse(Recipients.Of(management).ToPrivateJwk())!.AsObject();
            jwk[name] = value;
            Assert.Equal("CB3007", SoftwareDecryptionKey.FromJwk(jwk.ToJsonString()).Error.Code);
            foreach (var member in new[] { "d", "p", "q", "dp", "dq", "qi" })
                jwk.Remove(member);
            Assert.Equal("CB3007", RecipientKey.FromJwk(jwk.ToJsonString()).Error.Code);
        }
    }

    [Fact]
    public void A_private_key_is_not_taken_for_a_recipients_CB3007() =>
        Assert.Equal("CB3007", RecipientKey.FromJwk(Recipients.Of("SGD_SM2_3").ToPrivateJwk()).Error.Code);

    [Theory]
    [MemberData(nameof(Managements))]
    public void The_key_of_a_certificate_for_signing_alone_is_refused_with_CB3012(string management)
    {
        Assert.True(EncryptionCatalogue.TryGetKeyManagement(management, out var algorithm));
        var signature = AlgorithmCatalogue.All.First(candidate => candidate.Kind == algorithm.Kind);
        var root = Authority.Root("Root", signature);
        var key = Keys.Of(signature);
        var signing = root.Leaf(key, new LeafRequest());
        Assert.Equal("CB3012", RecipientKey.FromCertificate(signing).Error.Code);
        var encrypting = root.Leaf(key, new LeafRequest { DigitalSignature = false, KeyEncipherment = true });
        Assert.Equal(key.PublicKey.Thumbprint, RecipientKey.FromCertificate(encrypting).Value.Thumbprint);
    }

    [Fact]
    public void A_key_works_on_many_threads_at_once()
    {
        foreach (var management in Policy.KeyManagement)
        {
            var key = Recipients.Of(management);
            var results = new System.Collections.Concurrent.ConcurrentBag<bool>();
            Parallel.For(0, 32, index => results.Add(
                EncryptedContent.Decrypt(Jwe.Encrypt(key.PublicKey, Settings, BitConverter.GetBytes(index)), [key], Policy).Succeeded));
            Assert.DoesNotContain(false, results);
        }
    }
}
