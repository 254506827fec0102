using System.Text;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Signing;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Checks;

/// <summary>Signatures of residents: over exactly this document, by a certificate for it, of this place, and of this resident.</summary>
public sealed class ResidentSignatureTests
{
    private const string Document = """{"type":"application","who":"陳大文"}""";
    private const string Subject = "resident-at-home";

    private static readonly Place Residents = new("Residents", Jurisdiction.HongKong, AlgorithmCatalogue.RS256, AlgorithmCatalogue.ES256, TrustPurpose.ResidentSigning);
    private static readonly Place Homes = new("Homes", Jurisdiction.HongKong, AlgorithmCatalogue.RS256, AlgorithmCatalogue.ES256, TrustPurpose.AssertionSigning);
    private static readonly Place Elsewhere = new("Elsewhere", Jurisdiction.Guangdong, AlgorithmCatalogue.RS256, AlgorithmCatalogue.ES256, TrustPurpose.ResidentSigning);

    public static TheoryData<string> Algorithms => ["RS256", "ES256", "SGD_SM3_SM2"];

    [Theory, MemberData(nameof(Algorithms))]
    public void A_signature_of_this_resident_over_this_document_holds(string name)
    {
        var verified = ResidentSignaturePipeline.Verify(Input(Residents, Named(name)));
        Assert.True(verified.Succeeded, verified.Succeeded ? "" : verified.Error.ToString());
        Assert.Equal("Residents", verified.Value.Anchor.Name);
    }

    [Fact]
    public void Another_document_and_a_changed_signature_are_refused_with_CB5182()
    {
        var input = Input(Residents, AlgorithmCatalogue.RS256);
        Assert.Equal("CB5182", ResidentSignaturePipeline.Verify(input with { Document = Document + " " }).Error.Code);
        var value = input.Signature.Value.ToArray();
        value[^1] ^= 1;
        Assert.Equal("CB5182", ResidentSignaturePipeline.Verify(input with { Signature = input.Signature with { Value = value } }).Error.Code);
        Assert.Equal("CB5182", ResidentSignaturePipeline.Verify(input with { Signature = input.Signature with { Certificates = [] } }).Error.Code);
    }

    [Fact]
    public void A_signature_of_another_time_than_it_was_asked_for_is_refused_with_CB5182()
    {
        var input = Input(Residents, AlgorithmCatalogue.ES256);
        Assert.True(ResidentSignaturePipeline.Verify(input with { Now = Clock.Start.AddMinutes(30) }).Succeeded);
        Assert.Equal("CB5182", ResidentSignaturePipeline.Verify(input with { Now = Clock.Start.AddMinutes(31) }).Error.Code);
        Assert.Equal("CB5182", ResidentSignaturePipeline.Verify(input with { Now = Clock.Start.AddMinutes(-3) }).Error.Code);
    }

    [Fact]
    public void A_key_of_a_kind_that_residents_do_not_sign_with_is_refused_with_CB5182() =>
        Assert.Equal("CB5182", ResidentSignaturePipeline.Verify(Input(Residents, AlgorithmCatalogue.ES384)).Error.Code);

    [Fact]
    public void The_certificate_of_another_resident_is_refused_with_CB5183() =>
        Assert.Equal("CB5183", ResidentSignaturePipeline.Verify(Input(Residents, AlgorithmCatalogue.RS256) with { Subject = "another" }).Error.Code);

    [Fact]
    public void An_anchor_for_assertions_or_of_another_place_does_not_certify_residents()
    {
        Assert.False(ResidentSignaturePipeline.Verify(Input(Homes, AlgorithmCatalogue.RS256)).Succeeded);
        Assert.False(ResidentSignaturePipeline.Verify(Input(Elsewhere, AlgorithmCatalogue.RS256)).Succeeded);
        Assert.Equal("CB3012", ResidentSignaturePipeline.Verify(Input(Residents, AlgorithmCatalogue.RS256, TrustPurpose.AssertionSigning)).Error.Code);
    }

    [Fact]
    public void A_certificate_that_is_revoked_is_refused()
    {
        var place = new Place("Revoking", Jurisdiction.HongKong, AlgorithmCatalogue.RS256, AlgorithmCatalogue.ES256, TrustPurpose.ResidentSigning);
        var input = Input(place, AlgorithmCatalogue.RS256);
        place.Issuing.Revoke(input.Signature.Certificates[0], Clock.Start.AddMinutes(-5));
        Assert.Equal("CB3013", ResidentSignaturePipeline.Verify(input with { RevocationAnswers = new RevocationAnswers(place.Lists) }).Error.Code);
    }

    private static ResidentSignatureVerification Input(Place place, SignatureAlgorithm algorithm, TrustPurpose purpose = TrustPurpose.ResidentSigning)
    {
        var key = place.Signer(algorithm, new LeafRequest { Purpose = purpose, Uri = PartyNames.OfResident(Subject) });
        return new ResidentSignatureVerification
        {
            Document = Document,
            Signature = new ResidentSignature(key.Sign(Encoding.UTF8.GetBytes(Document)), key.Chain, Clock.Start),
            Subject = Subject,
            Jurisdiction = Jurisdiction.HongKong,
            TrustList = new TrustList([place.Anchor]),
            RevocationAnswers = new RevocationAnswers(place.Lists),
            RevocationPolicy = new RevocationPolicy(TimeSpan.FromDays(1)),
            Now = Clock.Start,
        };
    }

    private static SignatureAlgorithm Named(string name) => AlgorithmCatalogue.TryGet(name, out var algorithm) ? algorithm : throw new ArgumentOutOfRangeException(nameof(name));
}
