using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Evidence;
using CrossBorder.Verification.Tests.Checks;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Evidence;

public sealed class EvidenceTests
{
    private const string Hub = "http://localhost:5080/";
    private static readonly DateTimeOffset SealedAt = Clock.Start.AddHours(2);
    private readonly AssertionFixture home = new();
    private readonly Place guangdong = new(
        "Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.ReceiptSigning, TrustPurpose.HubSigning);
    private readonly SoftwareSigningKey hub;
    private readonly SoftwareSigningKey department;

    public EvidenceTests()
    {
        hub = guangdong.Signer(AlgorithmCatalogue.Sm2, new LeafRequest { Purpose = TrustPurpose.HubSigning, Uri = Hub });
        department = guangdong.Signer(AlgorithmCatalogue.Sm2, new LeafRequest { Purpose = TrustPurpose.ReceiptSigning, Uri = PartyNames.OfDepartment("gd-hrss") });
    }

    private TrustList Trust => new([home.HongKong.Anchor, guangdong.Anchor]);

    [Fact]
    public void A_whole_package_holds_and_says_what_it_proves()
    {
        var report = EvidenceVerifier.Verify(Package().ToJsonString(), Trust);
        Assert.Empty(report.Failures);
        Assert.Equal(9, report.Proved.Count);
        Assert.Contains("gd-hrss told of delivery d-1, event 3: Completed at 2026-06-01 08:50:00Z.", report.Proved);
        Assert.True(report.Holds);
    }

    [Fact]
    public void With_the_enclosed_anchors_the_report_names_their_fingerprints()
    {
        var report = EvidenceVerifier.Verify(Package().ToJsonString());
        Assert.True(report.Holds);
        Assert.Contains(report.Notes, note => note.Contains(guangdong.Root.Certificate.Sha256Thumbprint, StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_holds_no_personal_data()
    {
        var report = EvidenceVerifier.Verify(Package().ToJsonString());
        var text = string.Join("\n", report.Proved.Concat(report.Notes));
        Assert.DoesNotContain("CHAN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("A123456", text, StringComparison.Ordinal);
        Assert.DoesNotContain("r1-subject", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("consent")]
    [InlineData("application")]
    [InlineData("assertion")]
    [InlineData("caseNumber")]
    public void A_changed_part_is_refused_with_CB3061(string part)
    {
        var package = Package();
        package[part] = package[part]!.GetValue<string>() + " ";
        var report = EvidenceVerifier.Verify(package.ToJsonString(), Trust);
        var failure = Assert.Single(report.Failures);
        Assert.Equal("CB3061", failure.Code);
        Assert.Equal("/" + part, failure.Pointer);
    }

    [Theory]
    [InlineData("envelope")]
    [InlineData("receipt")]
    public void A_changed_or_missing_part_of_a_delivery_is_refused_with_CB3061(string part)
    {
        var changed = Package();
        changed["deliveries"]![0]![part] = changed["deliveries"]![0]![part]!.GetValue<string>() + "A";
        Assert.Contains(EvidenceVerifier.Verify(changed.ToJsonString(), Trust).Failures, error => error.Code == "CB3061" && error.Pointer == "/deliveries/0/" + part);

        var missing = Package();
        missing["deliveries"]![0]!["receipt"] = null;
        Assert.Contains(EvidenceVerifier.Verify(missing.ToJsonString(), Trust).Failures, error => error.Code == "CB3061");
    }

    [Fact]
    public void A_changed_removed_or_added_event_is_refused_with_CB3061()
    {
        var changed = Package();
        changed["deliveries"]![0]!["events"]![0] = Event(department, "d-1");
        Assert.Contains(EvidenceVerifier.Verify(changed.ToJsonString(), Trust).Failures, error => error is { Code: "CB3061", Pointer: "/deliveries/0/events/0" });

        var removed = Package();
        removed["deliveries"]![0]!["events"] = new JsonArray();
        Assert.Contains(EvidenceVerifier.Verify(removed.ToJsonString(), Trust).Failures, error => error is { Code: "CB3061", Pointer: "/deliveries/0/events" });

        var added = Package();
        added["deliveries"]![1]!["events"] = new JsonArray(Event(department, "d-2"));
        Assert.Contains(EvidenceVerifier.Verify(added.ToJsonString(), Trust).Failures, error => error is { Code: "CB3061", Pointer: "/deliveries/1/events" });
    }

    [Fact]
    public void An_event_that_the_hub_made_up_or_hung_to_another_delivery_does_not_hold_CB3012_CB5083()
    {
        Assert.Equal("CB3012", Assert.Single(EvidenceVerifier.Verify(Package(by: hub).ToJsonString(), Trust).Failures).Code);
        Assert.Equal("CB5083", Assert.Single(EvidenceVerifier.Verify(Package(about: "d-2").ToJsonString(), Trust).Failures).Code);
    }

    [Fact]
    public void A_package_from_before_there_were_events_still_holds()
    {
        var old = Package();
        old["deliveries"]![1]!.AsObject().Remove("events");
        Assert.True(EvidenceVerifier.Verify(old.ToJsonString(), Trust).Holds);
    }

    [Fact]
    public void Removed_deliveries_are_refused_with_CB3061()
    {
        var package = Package();
        package["deliveries"] = new JsonArray();
        Assert.Equal("CB3061", Assert.Single(EvidenceVerifier.Verify(package.ToJsonString(), Trust).Failures).Code);
    }

    [Fact]
    public void A_seal_by_somebody_else_is_refused_with_CB3010_CB3012_or_CB3021()
    {
        var stranger = new Place("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.HubSigning);
        var request = new LeafRequest { Purpose = TrustPurpose.HubSigning, Uri = Hub };
        Assert.Equal("CB3010", SealedBy(stranger.Signer(AlgorithmCatalogue.Sm2, request)));
        Assert.Equal("CB3012", SealedBy(department));
        Assert.Equal("CB3021", SealedBy(guangdong.Signer(AlgorithmCatalogue.Sm2, request with { Uri = "http://localhost:5999/" })));
    }

    [Fact]
    public void A_forged_package_with_anchors_of_its_own_fails_against_the_readers()
    {
        var forger = new EvidenceTests().Package().ToJsonString();
        Assert.True(EvidenceVerifier.Verify(forger).Holds);
        Assert.Equal("CB3010", Assert.Single(EvidenceVerifier.Verify(forger, Trust).Failures).Code);
    }

    [Fact]
    public void A_department_whose_key_was_stolen_does_not_hold_CB3013()
    {
        guangdong.Issuing.Revoke(department.Chain[0], Clock.Start.AddMinutes(30));
        Assert.Contains(EvidenceVerifier.Verify(Package().ToJsonString(), Trust).Failures, error => error.Code == "CB3013");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":"cross-border-evidence/1"}""")]
    [InlineData("null")]
    public void Something_else_is_refused_with_CB3060(string json) => Assert.Equal("CB3060", Assert.Single(EvidenceVerifier.Verify(json).Failures).Code);

    [Fact]
    public void Another_format_is_refused_with_CB3060()
    {
        var package = Package();
        package["format"] = "cross-border-evidence/2";
        Assert.Equal("CB3060", Assert.Single(EvidenceVerifier.Verify(package.ToJsonString()).Failures).Code);
    }

    private string SealedBy(ISigningKey key) => EvidenceVerifier.Verify(Package(key).ToJsonString(), Trust).Failures[0].Code;

    private static string Event(ISigningKey key, string delivery) => Jws.Sign(key, EventVerification.Type, Encoding.UTF8.GetBytes(new JsonObject
    {
        ["id"] = "e-1", ["delivery"] = delivery, ["department"] = "gd-hrss", ["sequence"] = 3, ["status"] = "completed", ["at"] = "2026-06-01T08:50:00Z",
    }.ToJsonString()));

    private JsonObject Package(ISigningKey? sealedBy = null, ISigningKey? by = null, string about = "d-1")
    {
        var envelope = Jws.Sign(hub, "cross-border-application+jws", """{"id":"d-1","case":"C-1","item":"i"}"""u8);
        var receipt = Jws.Sign(department, ReceiptVerification.Type, Encoding.UTF8.GetBytes(new JsonObject
        {
            ["delivery"] = "d-1", ["department"] = "gd-hrss", ["outcome"] = "accepted", ["reference"] = "GD-1",
            ["receivedAt"] = "2026-06-01T08:30:00Z", ["digest"] = Digests.Sha256(Encoding.ASCII.GetBytes(envelope)),
        }.ToJsonString()));
        var told = Event(by ?? department, about);
        var contents = new EvidenceContents
        {
            CaseNumber = "C-1",
            Hub = Hub,
            Assertion = home.Sign(),
            Home = home.Home,
            VerifiedAt = Clock.Start.AddSeconds(5),
            Consent = """{"text":"同意"}""",
            Application = """{"item":"i"}""",
            SubmittedAt = Clock.Start.AddMinutes(10),
            Deliveries =
            [
                new EvidenceDelivery
                {
                    Id = "d-1", Department = "gd-hrss", Jurisdiction = Jurisdiction.Guangdong, Envelope = envelope,
                    SignedAt = Clock.Start.AddMinutes(11), Receipt = receipt, ReceiptVerifiedAt = Clock.Start.AddMinutes(31),
                    Events = [new EvidenceEvent(told, Clock.Start.AddMinutes(51))],
                },
                new EvidenceDelivery
                {
                    Id = "d-2", Department = "gd-tax", Jurisdiction = Jurisdiction.Guangdong, SignedAt = Clock.Start.AddMinutes(11),
                    Envelope = Jws.Sign(hub, "cross-border-application+jws", """{"id":"d-2","case":"C-1"}"""u8),
                },
            ],
            TrustList = Trust,
            RevocationAnswers = new RevocationAnswers([.. home.HongKong.Lists, .. guangdong.Lists]),
        };
        return JsonNode.Parse(EvidencePackage.Create(contents, sealedBy ?? hub, SealedAt))!.AsObject();
    }
}
