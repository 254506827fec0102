using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Checks;

public sealed class ReceiptTests
{
    private const string Department = "gd-hrss";
    private const string Envelope = "e30.e30.AAAA";
    private readonly Place guangdong = new("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.ReceiptSigning);
    private readonly SoftwareSigningKey key;

    public ReceiptTests() => key = guangdong.Signer(AlgorithmCatalogue.Sm2, Leaf(Department));

    private JsonObject Payload { get; } = new()
    {
        ["delivery"] = "d-1", ["department"] = Department, ["outcome"] = "accepted", ["reference"] = "GD-1",
        ["receivedAt"] = "2026-06-01T08:00:00Z", ["digest"] = Digests.Sha256(Encoding.ASCII.GetBytes(Envelope)),
    };

    [Fact]
    public void A_good_receipt_is_taken()
    {
        var receipt = ReceiptPipeline.Verify(Input()).Value;
        Assert.True(receipt.Accepted);
        Assert.Equal("GD-1", receipt.Reference);
        Assert.Equal(Clock.Start, receipt.ReceivedAt);
        Assert.NotNull(receipt.Chain);
    }

    [Fact]
    public void The_digest_may_be_SM3_and_the_outcome_a_rejection()
    {
        Payload["digest"] = Digests.Sm3(Encoding.ASCII.GetBytes(Envelope));
        Payload["outcome"] = "rejected";
        Assert.False(ReceiptPipeline.Verify(Input()).Value.Accepted);
    }

    [Fact]
    public void A_receipt_without_certificates_stands_on_a_registered_key_alone()
    {
        var bare = Keys.Of(AlgorithmCatalogue.Sm2);
        Assert.Equal("CB3005", Code(Input(bare)));
        var receipt = ReceiptPipeline.Verify(Input(bare) with { RegisteredKeys = [bare.PublicKey] }).Value;
        Assert.Null(receipt.Chain);
    }

    [Fact]
    public void A_tampered_receipt_is_refused_with_CB3004()
    {
        var parts = Input().Receipt.Split('.');
        Payload["outcome"] = "rejected";
        Assert.Equal("CB3004", Code(Input() with { Receipt = $"{parts[0]}.{Input().Receipt.Split('.')[1]}.{parts[2]}" }));
    }

    [Fact]
    public void A_receipt_under_an_unknown_root_is_refused_with_CB3010()
    {
        var stranger = new Place("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.ReceiptSigning);
        Assert.Equal("CB3010", Code(Input(stranger.Signer(AlgorithmCatalogue.Sm2, Leaf(Department)))));
    }

    [Fact]
    public void A_revoked_department_is_refused_with_CB3013()
    {
        guangdong.Issuing.Revoke(key.Chain[0], Clock.Start.AddDays(-1));
        Assert.Equal("CB3013", Code(Input()));
    }

    [Fact]
    public void A_receipt_signed_by_another_department_is_refused_with_CB3021() =>
        Assert.Equal("CB3021", Code(Input(guangdong.Signer(AlgorithmCatalogue.Sm2, Leaf("gd-tax")))));

    [Fact]
    public void An_algorithm_that_the_department_did_not_register_is_refused_with_CB3003() =>
        Assert.Equal("CB3003", Code(Input() with { Algorithms = ["RS256"] }));

    [Theory]
    [InlineData("delivery", "d-2", "CB3051")]
    [InlineData("department", "gd-tax", "CB3051")]
    [InlineData("digest", "sha256:00", "CB3052")]
    [InlineData("digest", "md5:00", "CB3052")]
    [InlineData("receivedAt", "2026-06-01T09:00:00Z", "CB3053")]
    [InlineData("receivedAt", "2026-05-31T08:00:00Z", "CB3053")]
    [InlineData("receivedAt", "yesterday", "CB3050")]
    [InlineData("outcome", "maybe", "CB3050")]
    [InlineData("digest", null, "CB3050")]
    public void A_receipt_that_does_not_match_is_refused_with_its_code(string member, string? value, string code)
    {
        Payload[member] = value;
        Assert.Equal(code, Code(Input()));
    }

    [Fact]
    public void Another_envelope_is_refused_with_CB3052() => Assert.Equal("CB3052", Code(Input() with { Envelope = "e30.e30.AAAB" }));

    private static LeafRequest Leaf(string department) => new() { Purpose = TrustPurpose.ReceiptSigning, Uri = PartyNames.OfDepartment(department) };

    private ReceiptVerification Input(ISigningKey? signer = null) => new()
    {
        Receipt = Jws.Sign(signer ?? key, ReceiptVerification.Type, Encoding.UTF8.GetBytes(Payload.ToJsonString())),
        Envelope = Envelope,
        Delivery = "d-1",
        Department = Department,
        Jurisdiction = Jurisdiction.Guangdong,
        Algorithms = ["SGD_SM3_SM2"],
        TrustList = new TrustList([guangdong.Anchor]),
        RevocationAnswers = new RevocationAnswers(guangdong.Lists),
        RevocationPolicy = new RevocationPolicy(TimeSpan.FromHours(1)),
        Now = Clock.Start.AddMinutes(1),
        SentAt = Clock.Start.AddMinutes(-1),
    };

    private static string Code(ReceiptVerification input) => ReceiptPipeline.Verify(input).Error.Code;
}
