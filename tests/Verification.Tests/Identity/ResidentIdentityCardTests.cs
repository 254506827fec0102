using CrossBorder.Verification.Identity;
using Xunit;

namespace CrossBorder.Verification.Tests.Identity;

public sealed class ResidentIdentityCardTests
{
    [Theory]
    [InlineData("11010519491231002x", "1949-12-31", "F", "110105***********X")]
    [InlineData("440106199001010013", "1990-01-01", "M", "440106***********3")]
    public void A_number_is_read_with_what_stands_inside_and_masked(string text, string birthdate, string gender, string masked)
    {
        var card = ResidentIdentityCard.Parse(text).Value;
        Assert.Equal(DateOnly.Parse(birthdate, System.Globalization.CultureInfo.InvariantCulture), card.Birthdate);
        Assert.Equal(gender, card.Gender);
        Assert.Equal(masked, card.Mask());
        Assert.Equal(masked, IdentityDocument.Parse("resident_identity_card", text).Value.Mask());
    }

    [Theory]
    [InlineData("440106199001010014")]
    [InlineData("440106199002300019")]
    [InlineData("810000199001010019")]
    [InlineData("44010619900101001")]
    [InlineData("4401061990010100131")]
    [InlineData(null)]
    public void A_wrong_number_is_refused_with_CB3039(string? text) => Assert.Equal("CB3039", ResidentIdentityCard.Parse(text).Error.Code);
}
