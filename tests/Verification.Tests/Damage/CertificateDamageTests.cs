using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>Certificates and revocation lists come from strangers: each is read or refused, and a damaged one is never trusted.</summary>
public sealed class CertificateDamageTests
{
    private static readonly Place[] Places =
    [
        new("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.AssertionSigning),
        new("Hong Kong", Jurisdiction.HongKong, AlgorithmCatalogue.RS256, AlgorithmCatalogue.ES256, TrustPurpose.AssertionSigning),
    ];

    private static readonly LeafRequest Full = new() { Uri = "https://home.example.test/", Development = true };

    [Fact]
    public void A_damaged_certificate_is_read_or_refused_and_never_trusted()
    {
        foreach (var place in Places)
        {
            var good = place.Signer(AlgorithmCatalogue.All[^1], Full).Chain;
            DamagedBytes.Of(good[0].Der.ToArray()).Sample(damaged =>
            {
                if (!Certificate.Parse(damaged).TryGetValue(out var certificate))
                    return;
                Look(certificate);
                var verified = ChainVerifier.Verify([certificate, good[1]], RequestAt(place));
                Assert.True(!verified.Succeeded || certificate.Der.Span.SequenceEqual(good[0].Der.Span));
            }, iter: Rounds.Many);
        }
    }

    [Fact]
    public void A_damaged_authority_is_read_or_refused_and_leads_nowhere()
    {
        foreach (var place in Places)
        {
            var good = place.Signer(AlgorithmCatalogue.Sm2, Full).Chain;
            DamagedBytes.Of(good[1].Der.ToArray()).Sample(damaged =>
            {
                if (!Certificate.Parse(damaged).TryGetValue(out var certificate))
                    return;
                Look(certificate);
                var verified = ChainVerifier.Verify([good[0], certificate], RequestAt(place));
                Assert.True(!verified.Succeeded || certificate.Der.Span.SequenceEqual(good[1].Der.Span));
            }, iter: Rounds.Many);
        }
    }

    [Fact]
    public void A_damaged_PEM_text_is_read_or_refused()
    {
        var pem = string.Concat(Places.Select(place => place.Root.Certificate.ToPem()));
        DamagedBytes.Of(pem).Sample(damaged =>
        {
            _ = Certificate.ParseMany(damaged);
            _ = Certificate.Parse(System.Text.Encoding.UTF8.GetBytes(damaged));
        }, iter: Rounds.Some);
        Gen.String.Sample(text => !Certificate.ParseMany(text).Succeeded, iter: Rounds.Some);
        Gen.Byte.Array[0, 400].Sample(bytes => !Certificate.Parse(bytes).Succeeded, iter: Rounds.Some);
    }

    [Fact]
    public void A_damaged_revocation_list_is_read_or_refused_and_never_taken_for_the_authoritys()
    {
        foreach (var place in Places)
        {
            var leaf = place.Signer(AlgorithmCatalogue.Sm2, Full).Chain;
            place.Issuing.Revoke(leaf[0], Clock.Start.AddDays(-1));
            var good = place.Issuing.List().Encoded.ToArray();
            DamagedBytes.Of(good).Sample(damaged =>
            {
                if (!CertificateRevocationList.Parse(damaged).TryGetValue(out var list))
                    return;
                _ = (list.Issuer, list.ThisUpdate, list.NextUpdate, list.Encoded);
                Assert.True(!list.IsIssuedBy(place.Issuing.Certificate) || list.Encoded.Span.SequenceEqual(good));
                _ = ChainVerifier.Verify(leaf, RequestAt(place) with { Revocation = new RevocationAnswers([place.Root.List(), list]) });
            }, iter: Rounds.Many);
            Gen.Byte.Array[0, 400].Sample(bytes => !CertificateRevocationList.Parse(bytes).Succeeded, iter: Rounds.Some);
        }
    }

    [Fact]
    public void A_list_that_is_due_at_the_end_of_the_calendar_is_in_force()
    {
        var place = Places[0];
        var end = new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);
        var lists = new RevocationAnswers([place.Root.List(nextUpdate: end), place.Issuing.List(nextUpdate: end)]);
        Assert.True(ChainVerifier.Verify(place.Signer(AlgorithmCatalogue.Sm2, Full).Chain, RequestAt(place) with { Revocation = lists }).Succeeded);
    }

    [Theory]
    [InlineData(new byte[] { 0x30, 0x80 })]
    [InlineData(new byte[] { 0x30, 0x82, 0x3F, 0x00 })]
    [InlineData(new byte[] { 0xA0, 0x80 })]
    [InlineData(new byte[] { 0x24, 0x80 })]
    [InlineData(new byte[] { 0x31, 0x80 })]
    public void Nesting_without_an_end_is_refused(byte[] level)
    {
        byte[] deep = [0x30, 0x80, .. Enumerable.Repeat(level, 100_000).SelectMany(bytes => bytes)];
        Assert.False(Certificate.Parse(deep.AsSpan(0, 16_000)).Succeeded);
        Assert.False(Certificate.Parse(deep).Succeeded);
        Assert.False(CertificateRevocationList.Parse(deep.AsSpan(0, 16_000)).Succeeded);
        Assert.False(CertificateRevocationList.Parse(deep).Succeeded);
        Assert.False(SoftwareSigningKey.FromPkcs8Pem(System.Security.Cryptography.PemEncoding.WriteString("PRIVATE KEY", deep), AlgorithmCatalogue.Sm2).Succeeded);
    }

    private static void Look(Certificate certificate) => _ = (
        certificate.Subject, certificate.Issuer, certificate.SerialNumber, certificate.NotBefore, certificate.NotAfter, certificate.ToString(),
        certificate.ToPem(), certificate.PublicKey.ToJwk(), certificate.Purposes.Count, certificate.SubjectAlternativeUris.Count);

    private static ChainRequest RequestAt(Place place) => new(
        new TrustList([place.Anchor]), place.Jurisdiction, TrustPurpose.AssertionSigning, Clock.Start,
        new RevocationAnswers([.. place.Lists]), new RevocationPolicy(TimeSpan.FromHours(1)));
}
