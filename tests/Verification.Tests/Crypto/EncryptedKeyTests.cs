using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Tests.Pki;
using CsCheck;

namespace CrossBorder.Verification.Tests.Crypto;

public sealed class EncryptedKeyTests
{
    private const string Password = "correct horse 電池 staple";
    private const int Few = KeyEncryption.MinimumIterations;

    public static TheoryData<string, string> KeysAndCiphers
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var algorithm in new[] { AlgorithmCatalogue.RS256, AlgorithmCatalogue.ES256, AlgorithmCatalogue.Sm2 })
            {
                foreach (var encryption in KeyEncryption.All)
                    rows.Add(algorithm.Name, encryption.Name);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(KeysAndCiphers))]
    public void A_key_of_any_kind_survives_any_cipher(string algorithmName, string cipher)
    {
        Assert.True(AlgorithmCatalogue.TryGet(algorithmName, out var algorithm));
        var key = Keys.Of(algorithm);
        var pem = key.ToEncryptedPkcs8Pem(Password, Named(cipher), Few);
        Assert.StartsWith("-----BEGIN ENCRYPTED", pem, StringComparison.Ordinal);

        using var read = SoftwareSigningKey.FromEncryptedPkcs8Pem(pem, Password, algorithm, "named").Value;
        Assert.Equal("named", read.KeyId);
        Assert.True(key.PublicKey.Verify(algorithm, "data"u8, read.Sign("data"u8)));
    }

    [Theory]
    [InlineData("AES-256-CBC")]
    [InlineData("AES-256-GCM")]
    [InlineData("SM4-CBC")]
    public void Another_password_does_not_open_it_CB3092(string cipher)
    {
        var pem = Keys.Of(AlgorithmCatalogue.Sm2).ToEncryptedPkcs8Pem(Password, Named(cipher), Few);
        foreach (var wrong in new[] { "", "correct horse", Password + " " })
            Assert.Equal("CB3092", SoftwareSigningKey.FromEncryptedPkcs8Pem(pem, wrong, AlgorithmCatalogue.Sm2).Error.Code);
    }

    [Fact]
    public void The_same_key_is_never_encrypted_to_the_same_text()
    {
        var key = Keys.Of(AlgorithmCatalogue.Sm2);
        Assert.NotEqual(key.ToEncryptedPkcs8Pem(Password, iterations: Few), key.ToEncryptedPkcs8Pem(Password, iterations: Few));
    }

    [Theory]
    [InlineData(KeyEncryption.MinimumIterations - 1)]
    [InlineData(KeyEncryption.MaximumIterations + 1)]
    public void Iterations_out_of_bounds_are_neither_written_nor_read_CB3007(int iterations)
    {
        var key = Keys.Of(AlgorithmCatalogue.ES256);
        Assert.Throws<ArgumentOutOfRangeException>(() => key.ToEncryptedPkcs8Pem(Password, iterations: iterations));

        var der = EncryptedPkcs8.Encrypt(Encoding.ASCII.GetBytes("anything"), Password, KeyEncryption.Aes256Cbc, iterations);
        Assert.Equal("CB3007", EncryptedPkcs8.Decrypt(der, Password).Error.Code);
    }

    [Fact]
    public void A_key_is_not_written_under_an_empty_password() =>
        Assert.Throws<ArgumentException>(() => Keys.Of(AlgorithmCatalogue.ES256).ToEncryptedPkcs8Pem(""));

    [Fact]
    public void An_encrypted_key_is_not_taken_for_a_plain_one_nor_the_other_way_round_CB3007()
    {
        var key = Keys.Of(AlgorithmCatalogue.Sm2);
        Assert.Equal("CB3007", SoftwareSigningKey.FromPkcs8Pem(key.ToEncryptedPkcs8Pem(Password, iterations: Few), AlgorithmCatalogue.Sm2).Error.Code);
        Assert.Equal("CB3007", SoftwareSigningKey.FromEncryptedPkcs8Pem(key.ToPkcs8Pem(), Password, AlgorithmCatalogue.Sm2).Error.Code);
    }

    [Theory]
    [InlineData("AES-256-CBC")]
    [InlineData("AES-256-GCM")]
    [InlineData("SM4-CBC")]
    public void A_changed_byte_gives_a_refusal_or_the_same_key_and_never_an_exception(string cipher)
    {
        using var plain = SecretBytes.TakeFrom(Encoding.ASCII.GetBytes("not a key, but long enough to fill some blocks"));
        var der = EncryptedPkcs8.Encrypt(plain.Span, Password, Named(cipher), Few);
        var wanted = plain.Span.ToArray();
        Gen.Select(Gen.Int[0, der.Length - 1], Gen.Int[0, 7]).Sample((index, bit) =>
        {
            var changed = (byte[])der.Clone();
            changed[index] ^= (byte)(1 << bit);
            var outcome = EncryptedPkcs8.Decrypt(changed, Password);
            // Without a tag, a change in the middle of the text comes through as another text.
            return !outcome.Succeeded || cipher != "AES-256-GCM" || outcome.Value.Span.SequenceEqual(wanted);
        }, iter: 300);
    }

    [Fact]
    public void Whatever_bytes_come_the_answer_is_a_refusal() =>
        Gen.Byte.Array[0, 80].Sample(bytes => !EncryptedPkcs8.Decrypt(bytes, Password).Succeeded);

    private static KeyEncryption Named(string cipher) => KeyEncryption.All.Single(known => known.Name == cipher);
}
