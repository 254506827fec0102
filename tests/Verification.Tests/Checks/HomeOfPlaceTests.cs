using System.Text.Json.Nodes;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Trust;
using Xunit;

namespace CrossBorder.Verification.Tests.Checks;

/// <summary>A home vouches for its own people, and its levels are what was agreed.</summary>
public sealed class HomeOfPlaceTests
{
    private readonly AssertionFixture fixture = new();

    [Theory]
    [InlineData("home_return_permit", "M12345678")]
    [InlineData("residence_permit", "820000199001010010")]
    [InlineData("resident_identity_card", "440106199001010013")]
    public void A_home_of_Hong_Kong_cannot_vouch_for_documents_of_another_place(string type, string number)
    {
        fixture.Person["documents"] = new JsonArray(new JsonObject { ["type"] = type, ["number"] = number });
        Assert.Equal("CB3040", string.Join(' ', VerificationPipeline.Verify(fixture.Input()).Errors.Select(error => error.Code)));
    }

    [Theory]
    [InlineData("MO", "home_return_permit", "M12345678", true)]
    [InlineData("MO", "home_return_permit", "H12345678", false)]
    [InlineData("MO", "hkid", "A123456(3)", false)]
    [InlineData("CN-GD", "resident_identity_card", "440106199001010013", true)]
    [InlineData("CN-GD", "home_return_permit", "H12345678", false)]
    [InlineData("CN-gd", "home_return_permit", "H12345678", true)]
    [InlineData("SG", "home_return_permit", "H12345678", true)]
    public void Each_place_has_documents_of_its_own(string place, string type, string number, bool taken)
    {
        fixture.Person["documents"] = new JsonArray(new JsonObject { ["type"] = type, ["number"] = number });
        var input = fixture.Input();
        var errors = new DocumentPlaceCheck().Examine(new Examination(input with { Home = input.Home with { Jurisdiction = new Jurisdiction(place) } })
        {
            Person = PersonReader.Read(JsonDocumentOf(fixture.Person), input.Now).Value,
        });
        Assert.Equal(taken, !errors.Any());
    }

    [Theory]
    [InlineData("gold", AssuranceLevel.High, null)]
    [InlineData("silver", AssuranceLevel.Low, "CB3027")]
    [InlineData("urn:crossborder:loa:high", AssuranceLevel.High, "CB3028")]
    [InlineData("Gold", AssuranceLevel.High, "CB3028")]
    public void Levels_of_a_home_are_what_was_agreed_and_nothing_else(string acr, AssuranceLevel level, string? refusal)
    {
        fixture.Payload["acr"] = acr;
        var input = fixture.Input();
        var home = input.Home with { Levels = new Dictionary<string, AssuranceLevel> { ["gold"] = AssuranceLevel.High, ["silver"] = AssuranceLevel.Low } };
        var outcome = VerificationPipeline.Verify(input with { Home = home });

        if (refusal is null)
            Assert.Equal(level, outcome.Value.Assurance);
        else
            Assert.Equal(refusal, outcome.Error.Code);
    }

    private static System.Text.Json.JsonElement JsonDocumentOf(JsonObject person) => System.Text.Json.JsonSerializer.SerializeToElement(person);
}
