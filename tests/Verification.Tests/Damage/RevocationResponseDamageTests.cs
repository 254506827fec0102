using System.Security.Cryptography;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>OCSP responses come over plain HTTP: each is read or refused, and a damaged one clears no certificate.</summary>
public sealed class RevocationResponseDamageTests
{
    private static readonly Place[] Places =
    [
        new("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.AssertionSigning),
        new("Hong Kong", Jurisdiction.HongKong, AlgorithmCatalogue.RS256, AlgorithmCatalogue.ES256, TrustPurpose.AssertionSigning),
    ];

    [Fact]
    public void A_damaged_response_is_read_or_refused_with_CB3044_and_clears_nothing()
    {
        foreach (var place in Places)
        {
            var chain = place.Signer(AlgorithmCatalogue.ES256, new LeafRequest()).Chain;
            var good = Encoded(place, chain[0]);
            var signed = RevocationResponse.Parse(good).Value.Parsed.SignedBytes;
            Assert.True(Clears(place, chain, RevocationResponse.Parse(good).Value));
            DamagedBytes.Of(good).Sample(damaged =>
            {
                if (!Read(damaged, out var response))
                    return;
                _ = (response.ProducedAt, response.Nonce, response.Encoded, response.MayAnswer([1]), response.IsAbout(chain[0], chain[1]));
                // Status and certificates stand beside what is signed, and may change without harm.
                Assert.True(!Clears(place, chain, response) || response.Parsed.SignedBytes.AsSpan().SequenceEqual(signed));
            }, iter: Rounds.Many);
        }
    }

    [Fact]
    public void A_damaged_PEM_text_of_a_response_is_read_or_refused_with_CB3044()
    {
        var chain = Places[0].Signer(AlgorithmCatalogue.Sm2, new LeafRequest()).Chain;
        var pem = PemEncoding.WriteString("OCSP RESPONSE", Encoded(Places[0], chain[0]));
        DamagedBytes.Of(System.Text.Encoding.ASCII.GetBytes(pem)).Sample(damaged => { Read(damaged, out _); }, iter: Rounds.Many);
    }

    [Fact]
    public void Any_bytes_are_no_response() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        Assert.Equal("CB3044", RevocationResponse.Parse(bytes).Error.Code);
        Assert.Equal("CB3044", RevocationResponse.Parse([0x30, .. bytes]).Error.Code);
    }, iter: Rounds.Many);

    [Theory]
    [InlineData(new byte[] { 0x30, 0x80 })]
    [InlineData(new byte[] { 0xA0, 0x80 })]
    [InlineData(new byte[] { 0x24, 0x80 })]
    public void A_response_nested_without_end_is_refused_with_CB3044(byte[] level)
    {
        byte[] deep = [0x30, 0x80, .. Enumerable.Repeat(level, 100_000).SelectMany(bytes => bytes)];
        Assert.Equal("CB3044", RevocationResponse.Parse(deep.AsSpan(0, 60_000)).Error.Code);
        Assert.Equal("CB3044", RevocationResponse.Parse(deep).Error.Code);
        // The inner response is an OCTET STRING, and parsed by itself.
        Assert.Equal("CB3044", RevocationResponse.Parse(Basic(deep.AsSpan(0, 60_000))).Error.Code);
    }

    [Fact]
    public void A_response_that_states_a_huge_length_is_refused_with_CB3044()
    {
        Assert.Equal("CB3044", RevocationResponse.Parse([0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF]).Error.Code);
        Assert.Equal("CB3044", RevocationResponse.Parse(Basic([0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF])).Error.Code);
        Assert.Equal("CB3044", RevocationResponse.Parse(new byte[1 << 20]).Error.Code);
    }

    private static byte[] Encoded(Place place, Certificate certificate) =>
        new Responder(place.Issuing, place.Issuing) { Hash = "SHA-256", Nonce = [1, 2, 3, 4] }.Encode(certificate);

    private static bool Read(byte[] bytes, out RevocationResponse response)
    {
        var outcome = RevocationResponse.Parse(bytes);
        Assert.True(outcome.TryGetValue(out response!) || outcome.Error.Code == "CB3044");
        return outcome.Succeeded;
    }

    private static bool Clears(Place place, IReadOnlyList<Certificate> chain, RevocationResponse response) => ChainVerifier.Verify(chain, new ChainRequest(
        new TrustList([place.Anchor]), place.Jurisdiction, TrustPurpose.AssertionSigning, Clock.Start,
        new RevocationAnswers([place.Root.List()], [response]), new RevocationPolicy(TimeSpan.FromHours(1)))).Succeeded;

    private static byte[] Basic(ReadOnlySpan<byte> inner)
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue([0x0A, 0x01, 0x00]);
            using (writer.PushSequence(new System.Formats.Asn1.Asn1Tag(System.Formats.Asn1.TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.3.6.1.5.5.7.48.1.1");
                writer.WriteOctetString(inner);
            }
        }

        return writer.Encode();
    }
}
