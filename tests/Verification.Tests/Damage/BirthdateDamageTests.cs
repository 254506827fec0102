using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Tests.Checks;
using CrossBorder.Verification.Tests.Pki;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>A birth date is a day of the calendar from 1900 until today, in one spelling; anything else is refused, never guessed at.</summary>
public sealed class BirthdateDamageTests
{
    private static readonly string[] Hostile =
    [
        "", " ", "1990-1-1", "1990-01-01T00:00:00Z", "01/02/1990", "1990-02-30", "1900-02-29", "1990-13-01", "1990-00-10", "1990-10-00", "+1990-01-01", "-0001-01-01",
        "0000-01-01", "0001-01-01", "1899-12-31", "9999-12-31", "19900101", "1990-01-01 ", " 1990-01-01", "1990-01-01\0", "１９９０-01-01", "١٩٩٠-٠١-٠١", "1990\u201001\u201001",
        "民國79年1月1日", new string('1', 10_000), "1990-01-" + new string('0', 10_000) + "1",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        DamagedBytes.Of("1990-01-01"),
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 14], Gen.Int[0, 33], (year, month, day) => $"{year:D4}-{month:D2}-{day:D2}"),
        Gen.Char.Array[0, 12].Select(characters => new string(characters)),
        Gen.Int[0, Hostile.Length - 1].Select(index => Hostile[index]));

    private readonly AssertionFixture home = new();

    [Fact]
    public void Any_text_is_the_birth_date_that_it_spells_or_refused_with_CB3035() => Texts.Sample(text =>
    {
        var outcome = Verify(text);
        if (outcome.TryGetValue(out var identity))
            Assert.Equal(text, identity.Birthdate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        else
            Assert.Equal("CB3035", outcome.Error.Code);
    }, iter: Rounds.Some * 3);

    [Fact]
    public void Every_hostile_spelling_is_refused_with_CB3035() =>
        Assert.All(Hostile, text => Assert.Equal("CB3035", Verify(text).Error.Code));

    [Theory]
    [InlineData("null")]
    [InlineData("19900101")]
    [InlineData("{}")]
    [InlineData("[\"1990-01-01\"]")]
    [InlineData("[[[[[[[[]]]]]]]]")]
    [InlineData("1e400")]
    public void What_is_no_text_is_no_birth_date_CB3035(string json) => Assert.Equal("CB3035", Verify(JsonNode.Parse(json)).Error.Code);

    [Fact]
    public void A_birth_date_nested_without_end_spoils_the_assertion_CB3029()
    {
        var deep = home.Payload.ToJsonString().Replace(
            "\"1990-01-01\"", new string('[', 10_000) + new string(']', 10_000), StringComparison.Ordinal);
        var assertion = Jws.Sign(home.Key, AssertionSignature.Type, Encoding.UTF8.GetBytes(deep));
        Assert.Equal("CB3029", VerificationPipeline.Verify(home.Input(assertion)).Error.Code);
    }

    [Fact]
    public void Only_1900_to_tomorrow_is_taken_for_tomorrow_has_begun_in_Hong_Kong_CB3035()
    {
        var today = DateOnly.FromDateTime(Clock.Start.UtcDateTime);
        Assert.True(Verify("1900-01-01").Succeeded);
        Assert.True(Verify($"{today.AddDays(1):yyyy-MM-dd}").Succeeded);
        Assert.Equal("CB3035", Verify($"{today.AddDays(2):yyyy-MM-dd}").Error.Code);
        Assert.Equal("CB3035", Verify("1899-12-31").Error.Code);
    }

    [Fact]
    public void A_residence_permit_whose_birth_date_does_not_exist_is_refused_with_CB3032() =>
        Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 99], Gen.Int[0, 99]).Sample((year, month, day) =>
        {
            var body = $"810000{year:D4}{month:D2}{day:D2}001";
            var outcome = ResidencePermit.Parse(body + Modulus11.CheckOf(body));
            var exists = year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
            Assert.Equal(exists, outcome.Succeeded);
            Assert.True(exists || outcome.Error.Code == "CB3032");
        }, iter: Rounds.Many);

    private Outcomes.Outcome<VerifiedIdentity> Verify(JsonNode? birthdate)
    {
        var payload = home.Payload.DeepClone().AsObject();
        payload["identity"]!["birthdate"] = birthdate;
        return VerificationPipeline.Verify(home.Input(Jws.Sign(home.Key, AssertionSignature.Type, Encoding.UTF8.GetBytes(payload.ToJsonString()))));
    }
}
