using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>Strangers send certificate requests: a damaged one shows nothing about who has the key.</summary>
public sealed class RequestDamageTests
{
    private static readonly byte[][] Good = [.. new[] { AlgorithmCatalogue.RS256, AlgorithmCatalogue.ES256, AlgorithmCatalogue.Sm2 }.Select(Request)];

    [Fact]
    public void A_damaged_certificate_request_is_refused_with_a_code() => DamagedBytes.Of(Good).Sample(damaged =>
    {
        var outcome = CertificateRequest.Parse(damaged);
        Assert.True(Good.Any(good => good.AsSpan().SequenceEqual(damaged)) || outcome.Error.Code.StartsWith("CB30", StringComparison.Ordinal));
    }, iter: Rounds.Many);

    [Fact]
    public void Any_bytes_are_no_certificate_request() =>
        Gen.Byte.Array[0, 300].Sample(bytes => !CertificateRequest.Parse(bytes).Succeeded, iter: Rounds.Many);

    [Fact]
    public void A_certificate_request_nested_without_end_is_refused_with_CB3046()
    {
        // Each 30 80 opens another sequence of unknown length.
        var nested = Enumerable.Repeat(new byte[] { 0x30, 0x80 }, 8_000).SelectMany(pair => pair).ToArray();
        Assert.Equal("CB3046", CertificateRequest.Parse(nested).Error.Code);
        Assert.Equal("CB3046", CertificateRequest.Parse([0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF]).Error.Code);
    }

    private static byte[] Request(SignatureAlgorithm algorithm) =>
        CertificateRequest.Create(Keys.Of(algorithm), "C=HK,O=Bureau,CN=Assertions", ["https://bureau.example"]).Value.Der.ToArray();
}
