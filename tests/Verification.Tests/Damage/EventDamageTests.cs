using System.Text;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>A department may sign any bytes, and anybody may send any: they are an event or a refusal.</summary>
public sealed class EventDamageTests
{
    private const string Good =
        """{"id":"e-1","delivery":"d-1","department":"gd-hrss","sequence":1,"status":"forwarded","reason":"r","to":"gd-tax","at":"2026-06-01T08:00:00Z"}""";

    private readonly SoftwareSigningKey key = Keys.Of(AlgorithmCatalogue.Sm2);

    [Fact]
    public void A_signed_event_of_any_content_is_an_event_or_a_refusal()
    {
        Assert.True(EventPipeline.Verify(Input(Encoding.UTF8.GetBytes(Good))).Succeeded);
        DamagedJson.Of(Good).Sample(damaged => _ = EventPipeline.Verify(Input(Encoding.UTF8.GetBytes(damaged))), iter: Rounds.Some * 2);
        DamagedBytes.Of(Encoding.UTF8.GetBytes(Good)).Sample(damaged => _ = EventPipeline.Verify(Input(damaged)), iter: Rounds.Some * 2);
    }

    [Fact]
    public void An_event_whose_bytes_were_changed_on_the_way_is_never_taken()
    {
        var good = Input(Encoding.UTF8.GetBytes(Good));
        DamagedBytes.Of(good.Event).Where(damaged => damaged != good.Event).Sample(
            damaged => !EventPipeline.Verify(good with { Event = damaged }).Succeeded, iter: Rounds.Some);
    }

    private EventVerification Input(byte[] payload) => new()
    {
        Event = Jws.Sign(key, EventVerification.Type, payload),
        Department = "gd-hrss",
        Jurisdiction = Jurisdiction.Guangdong,
        Algorithms = ["SGD_SM3_SM2"],
        RegisteredKeys = [key.PublicKey],
        TrustList = new TrustList([]),
        RevocationAnswers = new RevocationAnswers([]),
        RevocationPolicy = new RevocationPolicy(TimeSpan.FromHours(1)),
        Now = Clock.Start.AddMinutes(1),
    };
}
