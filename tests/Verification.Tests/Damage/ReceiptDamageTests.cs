using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>A department may sign any bytes: they are a receipt or a refusal.</summary>
public sealed class ReceiptDamageTests
{
    private const string Envelope = "e30.e30.AAAA";
    private readonly SoftwareSigningKey key = Keys.Of(AlgorithmCatalogue.Sm2);

    private static string Good => new JsonObject
    {
        ["delivery"] = "d-1", ["department"] = "gd-hrss", ["outcome"] = "accepted", ["reference"] = "GD-1", ["reason"] = "r",
        ["receivedAt"] = "2026-06-01T08:00:00Z", ["digest"] = Digests.Sha256(Encoding.ASCII.GetBytes(Envelope)),
    }.ToJsonString();

    [Fact]
    public void A_signed_receipt_of_any_content_is_a_receipt_or_a_refusal()
    {
        Assert.True(ReceiptPipeline.Verify(Input(Encoding.UTF8.GetBytes(Good))).Succeeded);
        DamagedJson.Of(Good).Sample(damaged => _ = ReceiptPipeline.Verify(Input(Encoding.UTF8.GetBytes(damaged))), iter: Rounds.Some * 2);
        DamagedBytes.Of(Encoding.UTF8.GetBytes(Good)).Sample(damaged => _ = ReceiptPipeline.Verify(Input(damaged)), iter: Rounds.Some * 2);
    }

    [Fact]
    public void Any_time_of_any_calendar_is_read_or_refused() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 13], Gen.Int[0, 32], Gen.Int[0, 25], Gen.Int[-15, 15]).Sample((year, month, day, hour, offset) =>
        {
            var time = $"{year:D4}-{month:D2}-{day:D2}T{hour:D2}:59:60{(offset < 0 ? '-' : '+')}{Math.Abs(offset):D2}:00";
            foreach (var text in new[] { time, time.Replace(":60", ":59.9999999", StringComparison.Ordinal) })
            {
                var receipt = JsonNode.Parse(Good)!.AsObject();
                receipt["receivedAt"] = text;
                _ = ReceiptPipeline.Verify(Input(Encoding.UTF8.GetBytes(receipt.ToJsonString())));
            }
        }, iter: Rounds.Some);

    private ReceiptVerification Input(byte[] payload) => new()
    {
        Receipt = Jws.Sign(key, ReceiptVerification.Type, payload),
        Envelope = Envelope,
        Delivery = "d-1",
        Department = "gd-hrss",
        Jurisdiction = Jurisdiction.Guangdong,
        Algorithms = ["SGD_SM3_SM2"],
        RegisteredKeys = [key.PublicKey],
        TrustList = new TrustList([]),
        RevocationAnswers = new RevocationAnswers([]),
        RevocationPolicy = new RevocationPolicy(TimeSpan.FromHours(1)),
        Now = Clock.Start.AddMinutes(1),
        SentAt = Clock.Start.AddMinutes(-1),
    };
}
