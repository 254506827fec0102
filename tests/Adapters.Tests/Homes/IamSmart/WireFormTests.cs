using System.Security.Cryptography;
using System.Text;
using CrossBorder.Adapters.Homes.IamSmart;
using Microsoft.Extensions.Options;
using Xunit;

namespace CrossBorder.Adapters.Tests.Homes.IamSmart;

/// <summary>The forms on the wire, against values that were not made by this code.</summary>
public sealed class WireFormTests
{
    // AES-256-GCM, test case 14 of the specification of GCM: key, IV and plaintext of zeros; with the length of the IV before it.
    private const string Vector = "AAAADAAAAAAAAAAAAAAAAM6nQD1NYGtuB07F07rznRjQ0cinmZlr8CZbmLXUirkZ";

    // openssl dgst -sha256 -hmac 'a secret of 16 or more' over client, method, timestamp, nonce and body.
    private const string Signature = "+8YKhXUrZN7d4yJs3ihOvt+xZYMZNvxGtlDL7HWtMoM=";

    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("a secret of 16 or more");
    private static readonly byte[] Body = Encoding.ASCII.GetBytes("{\"content\":\"AAAA\"}");
    private static readonly SealedBody Prefixed = new(lengthPrefixed: true);

    [Fact]
    public void The_published_vector_opens() => Assert.Equal(new byte[16], Prefixed.Open(new byte[32], Vector).Value);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_sealed_opens_again_and_never_looks_alike(bool lengthPrefixed)
    {
        var body = new SealedBody(lengthPrefixed);
        var key = RandomNumberGenerator.GetBytes(32);
        var one = body.Seal(key, "who"u8);
        Assert.NotEqual(one, body.Seal(key, "who"u8));
        Assert.Equal("who"u8.ToArray(), body.Open(key, one).Value);
        Assert.Equal("CB4062", new SealedBody(!lengthPrefixed).Open(key, one).Error.Code);
    }

    [Fact]
    public void Every_changed_byte_is_refused_alike()
    {
        var sound = Convert.FromBase64String(Vector);
        var details = new HashSet<string>();
        for (var index = 0; index < sound.Length; index++)
        {
            var changed = sound.ToArray();
            changed[index] ^= 1;
            var refused = Prefixed.Open(new byte[32], Convert.ToBase64String(changed)).Error;
            Assert.Equal("CB4062", refused.Code);
            details.Add(refused.Detail);
        }

        Assert.Single(details);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base64!")]
    [InlineData("AAAADAAAAAAAAAAA")]
    [InlineData("f////w==")]
    public void What_is_no_content_is_refused(string content) => Assert.Equal("CB4062", Prefixed.Open(new byte[32], content).Error.Code);

    [Fact]
    public void The_signature_is_the_one_that_OpenSSL_makes()
    {
        Assert.Equal(Uri.EscapeDataString(Signature), MessageSignature.Of(Secret, "client", "1700000000000", "nonce-1", Body));
        Assert.True(Matches(Uri.EscapeDataString(Signature)));
        Assert.True(Matches(Signature));
        // Another encoder writes small letters.
        Assert.True(Matches(Signature.Replace("=", "%3d", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("%%%")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Another_signature_matches_nothing(string header) => Assert.False(Matches(header));

    [Fact]
    public void A_key_opens_with_the_padding_of_the_profile_and_with_no_other()
    {
        var wrappings = new Dictionary<string, RSAEncryptionPadding>
        {
            ["oaep-sha256"] = RSAEncryptionPadding.OaepSHA256, ["oaep-sha1"] = RSAEncryptionPadding.OaepSHA1, ["pkcs1"] = RSAEncryptionPadding.Pkcs1,
        };
        using var files = new ServiceFiles();
        using var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(files.KeyFile));
        var key = RandomNumberGenerator.GetBytes(32);

        foreach (var (profile, padding) in wrappings)
        {
            var options = Options.Create(files.Options(profile));
            using var secrets = new IamSmartSecrets(options);
            var unwrapping = new KeyUnwrapping(secrets, options);
            Assert.Equal(key, unwrapping.Open(Convert.ToBase64String(rsa.Encrypt(key, padding))).Value);
            Assert.Equal("CB4061", unwrapping.Open(Convert.ToBase64String(rsa.Encrypt(key[..16], padding))).Error.Code);
            // An implicit rejection makes something else of PKCS#1 v1.5 that is none: it is never the key.
            foreach (var other in wrappings.Values.Where(other => other != padding))
                Assert.False(unwrapping.Open(Convert.ToBase64String(rsa.Encrypt(key, other))).TryGetValue(out var opened) && opened.SequenceEqual(key));
            Assert.Equal("CB4061", unwrapping.Open(null).Error.Code);
            Assert.Equal("CB4061", unwrapping.Open("AAAA").Error.Code);
        }
    }

    private static bool Matches(string header) => MessageSignature.Matches(header, Secret, "client", "1700000000000", "nonce-1", Body);
}
