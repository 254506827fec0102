using System.Formats.Asn1;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;

namespace CrossBorder.Verification.Tests.Crypto;

public sealed class SignatureRangeTests
{
    private const string Sm2Order = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123";
    private const string P256Order = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
    private const string P384Order = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973";
    private const string P521Order =
        "01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFA51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409";

    public static TheoryData<string, string> Curves => new()
    {
        { "SGD_SM3_SM2", Sm2Order }, { "ES256", P256Order }, { "ES384", P384Order }, { "ES512", P521Order },
    };

    public static TheoryData<string> Algorithms => [.. AlgorithmCatalogue.All.Select(algorithm => algorithm.Name)];

    [Theory]
    [MemberData(nameof(Curves))]
    public void Numbers_of_zero_or_of_the_order_and_above_never_verify(string name, string order)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var key = Keys.Of(algorithm);
        var good = key.Sign("data"u8);
        Assert.True(key.PublicKey.Verify(algorithm, "data"u8, good));

        foreach (var number in new[] { new string('0', order.Length), order, new string('F', order.Length) })
        {
            byte[] bytes = Convert.FromHexString(number);
            Assert.False(key.PublicKey.Verify(algorithm, "data"u8, [.. bytes, .. good[bytes.Length..]]));
            Assert.False(key.PublicKey.Verify(algorithm, "data"u8, [.. good[..bytes.Length], .. bytes]));
            Assert.False(key.PublicKey.Verify(algorithm, "data"u8, [.. bytes, .. bytes]));
        }
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Another_length_never_verifies(string name)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var key = Keys.Of(algorithm);
        var good = key.Sign("data"u8);

        Assert.False(key.PublicKey.Verify(algorithm, "data"u8, [.. good, 0]));
        Assert.False(key.PublicKey.Verify(algorithm, "data"u8, good.AsSpan(0, good.Length - 1)));
        Assert.False(key.PublicKey.Verify(algorithm, "data"u8, []));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_signature_verifies_with_its_own_algorithm_alone(string name)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var key = Keys.Of(algorithm);
        var signature = key.Sign("data"u8);
        Assert.Equal([algorithm], AlgorithmCatalogue.All.Where(candidate => key.PublicKey.Verify(candidate, "data"u8, signature)));
    }

    [Theory]
    [InlineData("ES256")]
    [InlineData("ES384")]
    [InlineData("ES512")]
    [InlineData("SGD_SM3_SM2")]
    public void A_signature_in_DER_never_verifies_where_JOSE_wants_the_raw_numbers(string name)
    {
        Assert.True(AlgorithmCatalogue.TryGet(name, out var algorithm));
        var key = Keys.Of(algorithm);
        var raw = key.Sign("data"u8);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(Shortest(raw.AsSpan(0, raw.Length / 2)));
            writer.WriteIntegerUnsigned(Shortest(raw.AsSpan(raw.Length / 2)));
        }

        Assert.False(key.PublicKey.Verify(algorithm, "data"u8, writer.Encode()));
    }

    private static ReadOnlySpan<byte> Shortest(ReadOnlySpan<byte> number) => number.TrimStart((byte)0);
}
