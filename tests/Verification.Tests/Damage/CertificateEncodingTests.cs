using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>Single faults of encoding that chance finds seldom: each was found once, and stays found.</summary>
public sealed class CertificateEncodingTests
{
    private static readonly Place Guangdong =
        new("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.AssertionSigning);

    [Fact]
    public void A_signature_that_is_no_whole_number_of_bytes_leads_nowhere_and_throws_nothing()
    {
        var chain = Chain();
        foreach (var index in new[] { 0, 1 })
        {
            var der = chain[index].Der.ToArray();
            // The first byte of a BIT STRING's content counts the bits at its end that do not belong to it.
            var (count, last) = (SignatureStart(der), der.Length - 1);
            der[count] = 2;
            der[last] &= 0xFC;
            var damaged = Certificate.Parse(der);
            if (damaged.TryGetValue(out var certificate))
                Assert.False(ChainVerifier.Verify(index == 0 ? [certificate, chain[1]] : [chain[0], certificate], Request()).Succeeded);
            else
                Assert.Equal("CB3008", damaged.Error.Code);
        }
    }

    [Fact]
    public void Truth_spelled_otherwise_than_DER_spells_it_is_refused_with_CB3008()
    {
        var der = Chain()[1].Der.ToArray();
        // BOOLEAN TRUE is FF in DER; BER takes any byte but zero, and a signature over what a library would write again still held.
        var at = der.AsSpan().IndexOf(new byte[] { 0x01, 0x01, 0xFF });
        Assert.True(at > 0);
        der[at + 2] = 0x01;

        Assert.Equal("CB3008", Certificate.Parse(der).Error.Code);
    }

    private static IReadOnlyList<Certificate> Chain() => Guangdong.Signer(AlgorithmCatalogue.Sm2, new LeafRequest()).Chain;

    private static ChainRequest Request() => new(
        new TrustList([Guangdong.Anchor]), Guangdong.Jurisdiction, TrustPurpose.AssertionSigning, Clock.Start,
        new RevocationAnswers([.. Guangdong.Lists]), new RevocationPolicy(TimeSpan.FromHours(1)));

    private static int SignatureStart(byte[] der)
    {
        // The signature is the last member: a BIT STRING (03), its length in one byte for SM2, the count of unused bits.
        for (var at = der.Length - 3; at > 0; at--)
            if (der[at] == 0x03 && der[at + 1] == der.Length - at - 2 && der[at + 2] == 0)
                return at + 2;
        throw new InvalidOperationException("There is no signature at the end.");
    }
}
