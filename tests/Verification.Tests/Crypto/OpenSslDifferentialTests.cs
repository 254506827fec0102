using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>SM2 against OpenSSL, both ways: a mistake of ours would have to be made there as well.</summary>
public sealed class OpenSslDifferentialTests
{
    private const string UserId = "distid:1234567812345678";
    private static readonly BigInteger Order = new("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123", 16);

    [Fact]
    public async Task OpenSSL_verifies_what_we_sign()
    {
        Assert.SkipWhen(OpenSsl.IsMissing, "OpenSSL is not installed: SM2 was not compared with it.");
        using var openssl = new OpenSsl();
        var key = Keys.Of(AlgorithmCatalogue.Sm2);
        var privateKey = openssl.Write("key.pem", Encoding.ASCII.GetBytes(key.ToPkcs8Pem()));
        var publicKey = openssl.PathOf("pub.pem");
        var (exit, output) = await openssl.RunAsync("pkey", "-in", privateKey, "-pubout", "-out", publicKey);
        Assert.True(exit == 0, output);

        foreach (var length in new[] { 0, 1, 63, 64, 1000 })
        {
            var message = RandomNumberGenerator.GetBytes(length);
            var raw = key.Sign(message);
            var der = StandardDsaEncoding.Instance.Encode(Order, new BigInteger(1, raw[..32]), new BigInteger(1, raw[32..]));
            (exit, output) = await openssl.RunAsync("dgst", "-sm3", "-verify", publicKey, "-sigopt", UserId,
                "-signature", openssl.Write("m.sig", der), openssl.Write("m", message));
            Assert.True(exit == 0, output);
        }
    }

    [Fact]
    public async Task We_verify_what_OpenSSL_signs_with_a_key_of_its_own()
    {
        Assert.SkipWhen(OpenSsl.IsMissing, "OpenSSL is not installed: SM2 was not compared with it.");
        using var openssl = new OpenSsl();
        var privateKey = openssl.PathOf("key.pem");
        var (exit, output) = await openssl.RunAsync("genpkey", "-algorithm", "SM2", "-out", privateKey);
        Assert.True(exit == 0, output);
        var key = SoftwareSigningKey.FromPkcs8Pem(await File.ReadAllTextAsync(privateKey, TestContext.Current.CancellationToken), AlgorithmCatalogue.Sm2).Value;

        var message = RandomNumberGenerator.GetBytes(500);
        var signature = openssl.PathOf("m.sig");
        (exit, output) = await openssl.RunAsync("dgst", "-sm3", "-sign", privateKey, "-sigopt", UserId, "-out", signature, openssl.Write("m", message));
        Assert.True(exit == 0, output);

        var numbers = StandardDsaEncoding.Instance.Decode(Order, await File.ReadAllBytesAsync(signature, TestContext.Current.CancellationToken));
        byte[] raw = [.. Fixed(numbers[0]), .. Fixed(numbers[1])];
        Assert.True(key.PublicKey.Verify(AlgorithmCatalogue.Sm2, message, raw));
        message[0] ^= 1;
        Assert.False(key.PublicKey.Verify(AlgorithmCatalogue.Sm2, message, raw));
    }

    [Fact]
    public async Task OpenSSL_verifies_our_SM2_certificates_link_by_link()
    {
        Assert.SkipWhen(OpenSsl.IsMissing, "OpenSSL is not installed: SM2 certificates were not compared with it.");
        using var openssl = new OpenSsl();
        var root = Authority.Root("Root", AlgorithmCatalogue.Sm2);
        var issuing = root.Intermediate("Issuing", AlgorithmCatalogue.Sm2);
        var leaf = issuing.Leaf(Keys.Of(AlgorithmCatalogue.Sm2), new LeafRequest());
        string At(string name, Certificate certificate) => openssl.Write(name, Encoding.ASCII.GetBytes(certificate.ToPem()));
        var at = Clock.Start.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

        var (exit, output) = await openssl.RunAsync("verify", "-attime", at, "-vfyopt", UserId, "-CAfile", At("root.pem", root.Certificate), At("issuing.pem", issuing.Certificate));
        Assert.True(exit == 0, output);
        (exit, output) = await openssl.RunAsync("verify", "-attime", at, "-vfyopt", UserId, "-partial_chain", "-trusted", openssl.PathOf("issuing.pem"), At("leaf.pem", leaf));
        Assert.True(exit == 0, output);
    }

    private static byte[] Fixed(BigInteger number) => Org.BouncyCastle.Utilities.BigIntegers.AsUnsignedByteArray(32, number);
}
