using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Joint;
using CrossBorder.Verification.Tests.Pki;

namespace CrossBorder.Verification.Tests.Crypto;

public sealed class PartnerProfileTests
{
    private const string Type = "cross-border-test+jws";
    private static readonly PartnerProfile Der = PartnerProfile.Of(encoding: SignatureEncoding.Der).Value;
    private static readonly PartnerProfile Alice = PartnerProfile.Of("ALICE123@YAHOO.COM").Value;
    private static readonly PartnerProfile Nobody = PartnerProfile.Of("", SignatureEncoding.Der, "SM2-P-256").Value;
    private readonly SoftwareSigningKey key = Keys.Of(AlgorithmCatalogue.Sm2);

    public static TheoryData<int, int> Pairs => new(from signs in Enumerable.Range(0, 4) from expected in Enumerable.Range(0, 4) select (signs, expected));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_message_verifies_by_the_profile_that_it_was_signed_by_and_by_no_other_CB3004(int signs, int expected)
    {
        PartnerProfile[] all = [PartnerProfile.Standard, Der, Alice, Nobody];
        var policy = new SignedContentPolicy { Type = Type, Algorithms = ["SGD_SM3_SM2"], RegisteredKeys = [key.PublicKey], Profile = all[expected] };
        var outcome = SignedContent.Verify(Jws.Sign(key.For(all[signs]), Type, "{}"u8), policy);

        Assert.Equal(signs == expected, outcome.Succeeded);
        Assert.True(outcome.Succeeded || outcome.Error.Code == "CB3004");
    }

    [Fact]
    public void The_published_signature_holds_in_DER_and_for_the_published_user_id_alone()
    {
        var x = Convert.FromHexString("09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020");
        var y = Convert.FromHexString("CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");
        var published = VerificationKey.FromJwk($$"""{"kty":"EC","crv":"SM2","x":"{{Text(x)}}","y":"{{Text(y)}}"}""").Value;
        var der = Convert.FromHexString(
            "3046022100F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3022100B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");

        Assert.True(published.Verify(AlgorithmCatalogue.Sm2, "message digest"u8, der, Der));
        Assert.False(published.Verify(AlgorithmCatalogue.Sm2, "message digest"u8, der, Nobody));
        Assert.False(published.Verify(AlgorithmCatalogue.Sm2, "message digest"u8, der));
    }

    [Fact]
    public void DER_has_one_spelling()
    {
        var good = key.For(Der).Sign("data"u8);
        Assert.True(key.PublicKey.Verify(AlgorithmCatalogue.Sm2, "data"u8, good, Der));

        byte[] padded = [0x30, (byte)(good[1] + 1), 0x02, (byte)(good[3] + 1), 0x00, .. good[4..]];
        byte[] longForm = [0x30, 0x81, .. good[1..]];
        byte[] inside = [0x30, (byte)(good[1] + 2), .. good[2..], 0x05, 0x00];
        byte[] negative = [0x30, 0x06, 0x02, 0x01, 0xFF, 0x02, 0x01, 0x01];
        byte[] zero = [0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x01];
        byte[] huge = [0x30, 0x26, 0x02, 0x21, 0x01, .. new byte[32], 0x02, 0x01, 0x01];
        byte[][] bad = [padded, longForm, inside, negative, zero, huge, [.. good, 0], good[..^1], []];
        Assert.All(bad, der => Assert.False(key.PublicKey.Verify(AlgorithmCatalogue.Sm2, "data"u8, der, Der)));
    }

    [Fact]
    public void The_curve_is_written_as_the_partner_names_it_and_the_key_stays_the_same()
    {
        var written = key.PublicKey.ToJwk(profile: Nobody);
        Assert.Equal("SM2-P-256", JsonNode.Parse(written)!["crv"]!.GetValue<string>());
        Assert.Equal(key.PublicKey.Thumbprint, VerificationKey.FromJwk(written).Value.Thumbprint);
        Assert.Contains("\"P-256\"", Keys.Of(AlgorithmCatalogue.ES256).PublicKey.ToJwk(profile: Nobody), StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_has_no_effect_on_other_kinds_of_key()
    {
        var other = Keys.Of(AlgorithmCatalogue.ES384);
        var signature = other.For(Der).Sign("data"u8);
        Assert.Equal(96, signature.Length);
        Assert.True(other.PublicKey.Verify(AlgorithmCatalogue.ES384, "data"u8, signature, Der));
    }

    [Fact]
    public void A_profile_stays_with_a_key_that_gets_its_certificates() =>
        Assert.Equal(Alice, key.For(Alice).WithChain([]).Value.Profile);

    [Fact]
    public void One_signer_of_several_may_have_a_profile_of_its_own()
    {
        var signer = ExpectedSigner.Registered("partner", ["SGD_SM3_SM2"], [key.PublicKey]) with { Profile = Alice };
        var policy = new JointPolicy { Type = Type, Signers = [signer], Requirement = SignatureRequirement.All };
        Assert.True(JointlySignedContent.Verify(Jws.SignJson([key.For(Alice)], Type, "{}"u8), policy).Succeeded);
        Assert.False(JointlySignedContent.Verify(Jws.SignJson([key], Type, "{}"u8), policy).Succeeded);
    }

    [Fact]
    public void An_impossible_profile_is_refused_with_CB1001()
    {
        Assert.Equal("CB1001", PartnerProfile.Of(new string('a', 8192)).Error.Code);
        Assert.Equal("CB1001", PartnerProfile.Of(curveName: "P-256").Error.Code);
        Assert.Equal("CB1001", PartnerProfile.Of(encoding: (SignatureEncoding)7).Error.Code);
        Assert.True(PartnerProfile.Of(new string('a', 8191)).Succeeded);
    }

    private static string Text(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
