using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Checks;

public sealed class EventTests
{
    private const string Department = "gd-hrss";
    private readonly Place guangdong = new(
        "Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.ReceiptSigning, TrustPurpose.HubSigning);
    private readonly SoftwareSigningKey key;

    public EventTests() => key = guangdong.Signer(AlgorithmCatalogue.Sm2, Leaf(Department));

    private JsonObject Payload { get; } = new()
    {
        ["id"] = "e-1", ["delivery"] = "d-1", ["department"] = Department, ["sequence"] = 1, ["status"] = "action_needed",
        ["reason"] = "請補交照片", ["at"] = "2026-06-01T08:00:00Z",
    };

    [Fact]
    public void A_good_event_is_taken()
    {
        var told = EventPipeline.Verify(Input()).Value;
        Assert.Equal(("e-1", "d-1", Department, 1L), (told.Id, told.Delivery, told.Department, told.Sequence));
        Assert.Equal((DepartmentEventStatus.ActionNeeded, "請補交照片"), (told.Status, told.Reason));
        Assert.Equal(Clock.Start, told.At);
        Assert.NotNull(told.Chain);
    }

    [Theory]
    [InlineData("accepted", "Accepted")]
    [InlineData("action_needed", "ActionNeeded")]
    [InlineData("forwarded", "Forwarded")]
    [InlineData("rejected", "Rejected")]
    [InlineData("completed", "Completed")]
    public void Each_status_is_read_and_a_reason_may_be_missing(string word, string status)
    {
        Payload["status"] = word;
        Payload.Remove("reason");
        var told = EventPipeline.Verify(Input()).Value;
        Assert.Equal((status, null), (told.Status.ToString(), told.Reason));
    }

    [Fact]
    public void Where_it_was_forwarded_to_is_read()
    {
        Payload["status"] = "forwarded";
        Payload["to"] = "gd-tax";
        Assert.Equal("gd-tax", EventPipeline.Verify(Input()).Value.ForwardedTo);
    }

    [Theory]
    [InlineData("\"id\":\"\"", "/id")]
    [InlineData("\"id\":7", "/id")]
    [InlineData("\"id\":\"a\\u0000b\"", "/id")]
    [InlineData("\"delivery\":null", "/delivery")]
    [InlineData("\"department\":null", "/department")]
    [InlineData("\"status\":\"quarantined\"", "/status")]
    [InlineData("\"status\":\"Accepted\"", "/status")]
    [InlineData("\"sequence\":-1", "/sequence")]
    [InlineData("\"sequence\":\"1\"", "/sequence")]
    [InlineData("\"sequence\":1.5", "/sequence")]
    [InlineData("\"sequence\":9007199254740992", "/sequence")]
    [InlineData("\"sequence\":1e400", "/sequence")]
    [InlineData("\"at\":\"yesterday\"", "/at")]
    [InlineData("\"reason\":[]", "/reason")]
    [InlineData("\"to\":\"gd-tax\"", "/to")]
    public void A_member_that_is_wrong_is_refused_with_CB5081_and_its_pointer(string member, string pointer)
    {
        var changed = JsonNode.Parse("{" + member + "}")!.AsObject().Single();
        Payload[changed.Key] = changed.Value?.DeepClone();
        var error = EventPipeline.Verify(Input()).Error;
        Assert.Equal(("CB5081", pointer), (error.Code, error.Pointer));
    }

    [Fact]
    public void A_reason_of_more_than_500_characters_is_refused_with_CB5081()
    {
        Payload["reason"] = new string('補', 500);
        Assert.True(EventPipeline.Verify(Input()).Succeeded);
        Payload["reason"] = new string('補', 501);
        Assert.Equal("CB5081", Code(Input()));
    }

    [Fact]
    public void The_largest_sequence_is_taken()
    {
        Payload["sequence"] = 9007199254740991;
        Assert.Equal(9007199254740991, EventPipeline.Verify(Input()).Value.Sequence);
    }

    [Fact]
    public void An_event_that_names_another_department_is_refused_with_CB5082()
    {
        Payload["department"] = "gd-tax";
        Assert.Equal("CB5082", Code(Input()));
    }

    [Fact]
    public void An_event_about_another_delivery_is_refused_with_CB5083() => Assert.Equal("CB5083", Code(Input() with { Delivery = "d-2" }));

    [Theory]
    [InlineData("2026-05-31T08:01:00Z", true)]
    [InlineData("2026-05-31T08:00:59Z", false)]
    [InlineData("2026-06-01T08:06:00Z", true)]
    [InlineData("2026-06-01T08:06:01Z", false)]
    [InlineData("9999-12-31T23:59:59Z", false)]
    [InlineData("0001-01-01T00:00:00Z", false)]
    public void An_event_is_taken_for_24_hours_and_5_minutes_ahead_or_refused_with_CB5084(string at, bool taken)
    {
        Payload["at"] = at;
        var outcome = EventPipeline.Verify(Input());
        Assert.Equal(taken ? null : "CB5084", outcome.Succeeded ? null : outcome.Error.Code);
        Assert.True(EventPipeline.Verify(Input() with { MaximumAge = null }).Succeeded);
    }

    [Fact]
    public void A_tampered_event_is_refused_with_CB3004()
    {
        var parts = Input().Event.Split('.');
        Payload["status"] = "completed";
        Assert.Equal("CB3004", Code(Input() with { Event = $"{parts[0]}.{Input().Event.Split('.')[1]}.{parts[2]}" }));
    }

    [Fact]
    public void An_event_of_another_departments_certificate_is_refused_with_CB3021() =>
        Assert.Equal("CB3021", Code(Input(guangdong.Signer(AlgorithmCatalogue.Sm2, Leaf("gd-tax")))));

    [Fact]
    public void A_department_whose_certificate_is_trusted_directly_tells_its_own_events_and_nobody_elses_CB3049()
    {
        var foreign = new Place("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.ReceiptSigning);
        var theirs = foreign.Signer(AlgorithmCatalogue.Sm2, Leaf(Department));
        var admitted = new PartnerCertificate("theirs", theirs.Chain[0], Jurisdiction.Guangdong, TrustPurpose.ReceiptSigning, PartyNames.OfDepartment(Department));

        Assert.True(EventPipeline.Verify(Input(theirs) with { TrustList = new TrustList([]) { Partners = [admitted] } }).Succeeded);
        var anothers = admitted with { Party = PartyNames.OfDepartment("gd-tax") };
        Assert.Equal("CB3049", Code(Input(theirs) with { TrustList = new TrustList([]) { Partners = [anothers] } }));
    }

    [Fact]
    public void An_event_signed_by_the_hub_is_refused_with_CB3012() =>
        Assert.Equal("CB3012", Code(Input(guangdong.Signer(AlgorithmCatalogue.Sm2, Leaf(Department) with { Purpose = TrustPurpose.HubSigning }))));

    [Fact]
    public void An_event_under_an_unknown_root_is_refused_with_CB3010()
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
    public void An_algorithm_that_the_department_did_not_register_is_refused_with_CB3003()
    {
        Assert.Equal("CB3003", Code(Input() with { Algorithms = ["RS256"] }));
        var rsa = guangdong.Signer(AlgorithmCatalogue.RS256, Leaf(Department));
        Assert.Equal("CB3003", Code(Input(rsa)));
    }

    [Fact]
    public void A_receipt_is_no_event_and_an_event_no_receipt()
    {
        var receipt = Jws.Sign(key, ReceiptVerification.Type, Encoding.UTF8.GetBytes(Payload.ToJsonString()));
        Assert.Equal("CB3006", Code(Input() with { Event = receipt }));
    }

    [Fact]
    public void The_certificate_of_one_key_over_the_signature_of_another_is_refused_with_CB3004()
    {
        var parts = Input().Event.Split('.');
        var other = Input(guangdong.Signer(AlgorithmCatalogue.Sm2, Leaf(Department))).Event.Split('.');
        Assert.Equal("CB3004", Code(Input() with { Event = $"{parts[0]}.{other[1]}.{other[2]}" }));
    }

    [Fact]
    public void An_event_without_certificates_stands_on_a_registered_key_alone()
    {
        var bare = Keys.Of(AlgorithmCatalogue.Sm2);
        Assert.Equal("CB3005", Code(Input(bare)));
        Assert.Null(EventPipeline.Verify(Input(bare) with { RegisteredKeys = [bare.PublicKey] }).Value.Chain);
    }

    private static LeafRequest Leaf(string department) => new() { Purpose = TrustPurpose.ReceiptSigning, Uri = PartyNames.OfDepartment(department) };

    private EventVerification Input(ISigningKey? signer = null) => new()
    {
        Event = Jws.Sign(signer ?? key, EventVerification.Type, Encoding.UTF8.GetBytes(Payload.ToJsonString())),
        Department = Department,
        Jurisdiction = Jurisdiction.Guangdong,
        Algorithms = ["SGD_SM3_SM2"],
        TrustList = new TrustList([guangdong.Anchor]),
        RevocationAnswers = new RevocationAnswers(guangdong.Lists),
        RevocationPolicy = new RevocationPolicy(TimeSpan.FromHours(1)),
        Now = Clock.Start.AddMinutes(1),
    };

    private static string Code(EventVerification input) => EventPipeline.Verify(input).Error.Code;
}
