using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>Encrypted keys, both ways with OpenSSL.</summary>
public sealed class EncryptedKeyOpenSslTests
{
    private const string Password = "correct horse battery staple";

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    [InlineData("SGD_SM3_SM2")]
    public async Task OpenSSL_reads_what_we_encrypt(string name)
    {
        Assert.SkipWhen(OpenSsl.IsMissing, "OpenSSL is not installed: encrypted keys were not compared with it.");
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        using var openssl = new OpenSsl();
        var key = Keys.Of(algorithm);
        var file = openssl.Write("key.pem", Encoding.ASCII.GetBytes(key.ToEncryptedPkcs8Pem(Password)));
        var (exit, output) = await openssl.RunAsync("pkcs8", "-in", file, "-passin", "pass:" + Password, "-out", openssl.PathOf("plain.pem"));
        Assert.True(exit == 0, output);

        var plain = await File.ReadAllTextAsync(openssl.PathOf("plain.pem"), TestContext.Current.CancellationToken);
        Assert.Equal(key.KeyId, SoftwareSigningKey.FromPkcs8Pem(plain, algorithm).Value.KeyId);
    }

    [Theory]
    [InlineData("RS256", "aes-256-cbc")]
    [InlineData("ES256", "aes-256-cbc")]
    [InlineData("SGD_SM3_SM2", "aes-256-cbc")]
    [InlineData("SGD_SM3_SM2", "sm4-cbc")]
    public async Task We_read_what_OpenSSL_encrypts(string name, string cipher)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var key = Keys.Of(algorithm);
        var pem = await EncryptAsync(key, "-v2", cipher, "-v2prf", "hmacWithSHA256");
        Assert.Equal(key.KeyId, SoftwareSigningKey.FromEncryptedPkcs8Pem(pem, Password, algorithm).Value.KeyId);
    }

    [Theory]
    [InlineData("-v2", "des3", "-v2prf", "hmacWithSHA256")]
    [InlineData("-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA1")]
    [InlineData("-v2", "aes-128-cbc", "-v2prf", "hmacWithSHA256")]
    [InlineData("-v2", "aes-256-cbc", "-iter", "999")]
    [InlineData("-v2", "aes-256-cbc", "-iter", "2000001")]
    [InlineData("-v1", "PBE-SHA1-3DES")]
    [InlineData("-scrypt")]
    public async Task A_scheme_that_is_weak_costly_or_not_ours_is_refused_with_CB3007(params string[] scheme)
    {
        var pem = await EncryptAsync(Keys.Of(AlgorithmCatalogue.ES256), scheme);
        Assert.Equal("CB3007", SoftwareSigningKey.FromEncryptedPkcs8Pem(pem, Password, AlgorithmCatalogue.ES256).Error.Code);
    }

    private static async Task<string> EncryptAsync(SoftwareSigningKey key, params string[] scheme)
    {
        Assert.SkipWhen(OpenSsl.IsMissing, "OpenSSL is not installed: encrypted keys were not compared with it.");
        using var openssl = new OpenSsl();
        var plain = openssl.Write("plain.pem", Encoding.ASCII.GetBytes(key.ToPkcs8Pem()));
        var (exit, output) = await openssl.RunAsync(
            ["pkcs8", "-topk8", "-in", plain, "-passout", "pass:" + Password, "-out", openssl.PathOf("key.pem"), .. scheme]);
        Assert.True(exit == 0, output);
        return await File.ReadAllTextAsync(openssl.PathOf("key.pem"), TestContext.Current.CancellationToken);
    }
}
