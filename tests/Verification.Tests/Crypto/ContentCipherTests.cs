using CrossBorder.Verification.Crypto;
using CsCheck;

namespace CrossBorder.Verification.Tests.Crypto;

public sealed class ContentCipherTests
{
    [Theory]
    [InlineData(ContentCipher.AesGcm)]
    [InlineData(ContentCipher.Sm4Gcm)]
    public void Content_opens_with_its_key_and_associated_data_alone_CB3009(string algorithm)
    {
        var key = System.Security.Cryptography.RandomNumberGenerator.GetBytes(ContentCipher.KeyLength(algorithm));
        Gen.Byte.Array[0, 100].Sample(plaintext =>
        {
            var content = ContentCipher.Seal(algorithm, key, plaintext, "row 1"u8);
            Assert.Equal(plaintext, ContentCipher.Open(algorithm, key, content, "row 1"u8).Value);
            Assert.Equal("CB3009", ContentCipher.Open(algorithm, key, content, "row 2"u8).Error.Code);
            Assert.Equal("CB3009", ContentCipher.Open(algorithm, key, content.AsSpan(0, content.Length - 1), "row 1"u8).Error.Code);
            content[^1] ^= 1;
            Assert.Equal("CB3009", ContentCipher.Open(algorithm, key, content, "row 1"u8).Error.Code);
        }, iter: 50);
    }

    /// <summary>RFC 8998 appendix A.1.</summary>
    [Fact]
    public void The_published_SM4_vector_opens()
    {
        var key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");
        var nonce = Convert.FromHexString("00001234567800000000ABCD");
        var associated = Convert.FromHexString("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        var plaintext = Convert.FromHexString("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDDEEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
        var ciphertext = Convert.FromHexString("17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D");
        var tag = Convert.FromHexString("83DE3541E4C2B58177E065A9BF7B62EC");

        Assert.Equal(plaintext, ContentCipher.Open(ContentCipher.Sm4Gcm, key, [.. nonce, .. ciphertext, .. tag], associated).Value);
    }
}
