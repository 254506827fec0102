using System.Security.Cryptography;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Tests.Pki;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>An encrypted key file is the key that was put into it, or a refusal; and it does not choose how long we are busy.</summary>
public sealed class EncryptedKeyDamageTests
{
    private const string Password = "correct horse 電池 staple";

    private static readonly SignatureAlgorithm[] Algorithms = [AlgorithmCatalogue.RS256, AlgorithmCatalogue.ES256, AlgorithmCatalogue.EdDSA, AlgorithmCatalogue.Sm2];

    public static TheoryData<string> Ciphers => [.. KeyEncryption.All.Select(encryption => encryption.Name)];

    [Theory]
    [MemberData(nameof(Ciphers))]
    public void A_damaged_encrypted_key_opens_or_is_refused_with_CB3007_or_CB3092(string cipher)
    {
        var goods = Algorithms.Select(algorithm =>
            (algorithm, pem: Keys.Of(algorithm).ToEncryptedPkcs8Pem(Password, Named(cipher), KeyEncryption.MinimumIterations))).ToArray();
        // One round stretches a password, which is slow on purpose: so each round takes one kind of key, and not all of them.
        Gen.Int[0, goods.Length - 1].SelectMany(index => Gen.OneOf(
                DamagedBytes.Of(Der(goods[index].pem)).Select(Pem), DamagedBytes.Of(goods[index].pem)).Select(damaged => (damaged, goods[index].algorithm)))
            .Sample((damaged, algorithm) => Open(damaged, algorithm), iter: Rounds.Some);
    }

    [Theory]
    [MemberData(nameof(Ciphers))]
    public void Whatever_was_encrypted_with_the_right_password_is_a_key_or_refused_with_CB3092(string cipher)
    {
        var good = Convert.FromBase64String(string.Concat(Keys.Of(AlgorithmCatalogue.Sm2).ToPkcs8Pem().Split('\n').Where(line => !line.StartsWith('-'))));
        DamagedBytes.Of(good).Sample(damaged => Open(Encrypted(damaged, cipher), AlgorithmCatalogue.Sm2), iter: Rounds.Some);
        Gen.Byte.Array[0, 200].Sample(bytes => Assert.Equal("CB3092", Refusal(Encrypted(bytes, cipher))), iter: Rounds.Some);
    }

    [Theory]
    [InlineData(new byte[] { 0x30, 0x80 })]
    [InlineData(new byte[] { 0x24, 0x80 })]
    public void An_encrypted_key_nested_without_end_inside_and_outside_is_refused_CB3007_CB3092(byte[] level)
    {
        byte[] deep = [0x30, 0x80, .. Enumerable.Repeat(level, 100_000).SelectMany(bytes => bytes)];
        Assert.Equal("CB3007", Refusal(Pem(deep)));
        Assert.Equal("CB3007", Refusal(Pem(deep[..60_000])));
        Assert.Equal("CB3092", Refusal(Encrypted(deep[..60_000], "AES-256-GCM")));
    }

    [Fact]
    public void An_encrypted_key_that_states_a_huge_length_or_is_one_is_refused_with_CB3007()
    {
        Assert.Equal("CB3007", Refusal(Pem([0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF])));
        Assert.Equal("CB3007", Refusal(Pem([0x30, 0x88, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])));
        Assert.Equal("CB3007", Refusal(Encrypted(new byte[70_000], "AES-256-GCM")));
        Assert.Equal("CB3007", Refusal(""));
    }

    private static void Open(string pem, SignatureAlgorithm algorithm)
    {
        var outcome = SoftwareSigningKey.FromEncryptedPkcs8Pem(pem, Password, algorithm);
        if (outcome.TryGetValue(out var key))
            using (key)
                Assert.True(key.PublicKey.Verify(algorithm, "data"u8, key.Sign("data"u8)));
        else
            Assert.Contains(outcome.Error.Code, (string[])["CB3007", "CB3092"]);
    }

    private static string Refusal(string pem) => SoftwareSigningKey.FromEncryptedPkcs8Pem(pem, Password, AlgorithmCatalogue.Sm2).Error.Code;

    private static string Encrypted(byte[] content, string cipher) =>
        Pem(EncryptedPkcs8.Encrypt(content, Password, Named(cipher), KeyEncryption.MinimumIterations));

    private static KeyEncryption Named(string cipher) => KeyEncryption.All.Single(known => known.Name == cipher);

    private static byte[] Der(string pem) => Convert.FromBase64String(string.Concat(pem.Split('\n').Where(line => !line.StartsWith('-'))));

    private static string Pem(byte[] der) => PemEncoding.WriteString(EncryptedPkcs8.Label, der);
}
