using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Evidence;
using CrossBorder.Verification.Tests.Checks;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>An evidence package may come from a forger, with anchors and a seal of their own: a report is made of it in any case.</summary>
public sealed class EvidenceDamageTests
{
    private const string Hub = "https://hub.example.test/";
    private readonly AssertionFixture home = new();
    private readonly Place guangdong = new(
        "Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.ReceiptSigning, TrustPurpose.HubSigning);
    private readonly SoftwareSigningKey hub;
    private readonly SoftwareSigningKey department = Keys.Of(AlgorithmCatalogue.Sm2);
    private readonly string good;

    public EvidenceDamageTests()
    {
        hub = guangdong.Signer(AlgorithmCatalogue.Sm2, new LeafRequest { Purpose = TrustPurpose.HubSigning, Uri = Hub });
        good = Package();
    }

    [Fact]
    public void The_whole_package_holds() => Assert.Empty(EvidenceVerifier.Verify(good, new TrustList([home.HongKong.Anchor, guangdong.Anchor])).Failures);

    [Fact]
    public void A_package_of_any_content_gives_a_report()
    {
        DamagedJson.Of(good).Sample(damaged => _ = EvidenceVerifier.Verify(damaged), iter: Rounds.Some * 2);
        DamagedBytes.Of(good).Sample(damaged => _ = EvidenceVerifier.Verify(damaged), iter: Rounds.Some * 2);
        Gen.String.Sample(text => !EvidenceVerifier.Verify(text).Holds, iter: Rounds.Some);
    }

    [Fact]
    public void A_seal_over_any_content_gives_a_report()
    {
        var package = JsonNode.Parse(good)!.AsObject();
        var seal = package["seal"]!.GetValue<string>().Split('.')[1];
        var content = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(seal));
        DamagedJson.Of(content).Sample(damaged =>
        {
            var forged = JsonNode.Parse(good)!.AsObject();
            forged["seal"] = Jws.Sign(hub, "cross-border-evidence+jws", Encoding.UTF8.GetBytes(damaged));
            _ = EvidenceVerifier.Verify(forged.ToJsonString());
        }, iter: Rounds.Some * 2);
    }

    private string Package()
    {
        var envelope = Jws.Sign(hub, "cross-border-application+jws", """{"id":"d-1","case":"C-1","item":"i"}"""u8);
        var receipt = Jws.Sign(department, ReceiptVerification.Type, Encoding.UTF8.GetBytes(new JsonObject
        {
            ["delivery"] = "d-1", ["department"] = "gd-hrss", ["outcome"] = "accepted", ["reference"] = "GD-1",
            ["receivedAt"] = "2026-06-01T08:30:00Z", ["digest"] = Digests.Sha256(Encoding.ASCII.GetBytes(envelope)),
        }.ToJsonString()));
        return EvidencePackage.Create(new EvidenceContents
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
                    Id = "d-1", Department = "gd-hrss", Jurisdiction = Jurisdiction.Guangdong, Envelope = envelope, RegisteredKeys = [department.PublicKey],
                    SignedAt = Clock.Start.AddMinutes(11), Receipt = receipt, ReceiptVerifiedAt = Clock.Start.AddMinutes(31),
                },
            ],
            TrustList = new TrustList([home.HongKong.Anchor, guangdong.Anchor]),
            RevocationAnswers = new RevocationAnswers([.. home.HongKong.Lists, .. guangdong.Lists]),
        }, hub, Clock.Start.AddHours(2));
    }
}
