using System.Numerics;
using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;

namespace CrossBorder.Verification.Tests.Crypto;

/// <summary>Ed25519 for partners' registered keys: strict about keys and signatures, and nowhere unless somebody says so.</summary>
public sealed class EdDsaTests
{
    private const string Type = "cross-border-test+jws";
    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
    private readonly SoftwareSigningKey key = Keys.Of(AlgorithmCatalogue.EdDSA);

    [Fact]
    public void A_message_signed_with_EdDSA_is_taken_where_the_policy_says_so_and_refused_elsewhere_with_CB3003()
    {
        var compact = Jws.Sign(key, Type, "{}"u8);
        var policy = new SignedContentPolicy { Type = Type, Algorithms = ["EdDSA"], RegisteredKeys = [key.PublicKey] };
        Assert.True(SignedContent.Verify(compact, policy).Succeeded);
        Assert.Equal("CB3003", SignedContent.Verify(compact, policy with { Algorithms = AlgorithmPolicy.Default.NamesFor(SignatureUse.Receipts) }).Error.Code);
    }

    [Fact]
    public void A_second_spelling_of_a_signature_does_not_hold()
    {
        // S and S plus the order are one number to a careless verifier (RFC 8032 section 5.1.7).
        var signature = key.Sign("data"u8);
        var s = new BigInteger(signature.AsSpan(32), isUnsigned: true) + Order;
        var more = s.ToByteArray(isUnsigned: true);
        Assert.Equal(32, more.Length);
        Assert.True(key.PublicKey.Verify(AlgorithmCatalogue.EdDSA, "data"u8, signature));
        Assert.False(key.PublicKey.Verify(AlgorithmCatalogue.EdDSA, "data"u8, [.. signature[..32], .. more]));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000080")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")]
    [InlineData("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")]
    [InlineData("0200000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void A_point_of_small_order_or_none_of_the_curve_is_no_key_CB3007(string point) =>
        Assert.Equal("CB3007", VerificationKey.FromJwk(Jwk(Convert.FromHexString(point))).Error.Code);

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(57)]
    public void A_key_of_another_length_is_refused_with_CB3007(int length) =>
        Assert.Equal("CB3007", VerificationKey.FromJwk(Jwk(new byte[length])).Error.Code);

    [Theory]
    [InlineData("Ed448")]
    [InlineData("X25519")]
    [InlineData("ed25519")]
    [InlineData("P-256")]
    public void Another_curve_of_that_key_type_is_refused_with_CB3007(string curve) =>
        Assert.Equal("CB3007", VerificationKey.FromJwk(key.PublicKey.ToJwk().Replace("Ed25519", curve, StringComparison.Ordinal)).Error.Code);

    [Fact]
    public void Halves_of_two_keys_are_refused_with_CB3007()
    {
        var der = Convert.FromBase64String(
            "MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhCoB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=");
        der[^1] ^= 1;
        var pem = System.Security.Cryptography.PemEncoding.WriteString("PRIVATE KEY", der);
        Assert.Equal("CB3007", SoftwareSigningKey.FromPkcs8Pem(pem, AlgorithmCatalogue.EdDSA).Error.Code);

        var other = Keys.Of(AlgorithmCatalogue.EdDSA).PublicKey.ToJwk();
        var mixed = key.ToPrivateJwk().Replace(MemberX(key.PublicKey.ToJwk()), MemberX(other), StringComparison.Ordinal);
        Assert.Equal("CB3007", SoftwareSigningKey.FromJwk(mixed).Error.Code);
    }

    [Fact]
    public void A_certificate_request_for_it_is_refused_with_CB3046() =>
        Assert.Equal("CB3046", CertificateRequest.Create(key, "CN=Bureau").Error.Code);

    [Fact]
    public async Task OpenSSL_reads_our_key_and_verifies_what_it_signed_and_the_other_way_round()
    {
        Assert.SkipWhen(OpenSsl.IsMissing, "There is no openssl here.");
        using var openssl = new OpenSsl();
        var (pem, data, signature) = (openssl.Write("key.pem", Encoding.ASCII.GetBytes(key.ToPkcs8Pem())), openssl.Write("data", "data"u8.ToArray()), openssl.Write("ours", key.Sign("data"u8)));
        Assert.Equal(0, (await openssl.RunAsync("pkeyutl", "-verify", "-rawin", "-inkey", pem, "-in", data, "-sigfile", signature)).ExitCode);

        Assert.Equal(0, (await openssl.RunAsync("genpkey", "-algorithm", "ed25519", "-out", openssl.PathOf("theirs.pem"))).ExitCode);
        var theirs = SoftwareSigningKey.FromPkcs8Pem(await File.ReadAllTextAsync(openssl.PathOf("theirs.pem"), TestContext.Current.CancellationToken), AlgorithmCatalogue.EdDSA).Value;
        Assert.Equal(0, (await openssl.RunAsync("pkeyutl", "-sign", "-rawin", "-inkey", openssl.PathOf("theirs.pem"), "-in", data, "-out", openssl.PathOf("sig"))).ExitCode);
        var theirSignature = await File.ReadAllBytesAsync(openssl.PathOf("sig"), TestContext.Current.CancellationToken);
        Assert.True(theirs.PublicKey.Verify(AlgorithmCatalogue.EdDSA, "data"u8, theirSignature));

        // Said in the catalogue: keys of certificates are another matter.
        Assert.Equal(0, (await openssl.RunAsync("req", "-x509", "-new", "-key", openssl.PathOf("theirs.pem"), "-subj", "/CN=Bureau", "-out", openssl.PathOf("cert.pem"))).ExitCode);
        Assert.Equal("CB3007", Certificate.Parse(await File.ReadAllBytesAsync(openssl.PathOf("cert.pem"), TestContext.Current.CancellationToken)).Error.Code);
    }

    private static string Jwk(byte[] x) => $$"""{"kty":"OKP","crv":"Ed25519","x":"{{System.Buffers.Text.Base64Url.EncodeToString(x)}}"}""";

    private static string MemberX(string jwk) => System.Text.Json.JsonDocument.Parse(jwk).RootElement.GetProperty("x").GetString()!;
}
