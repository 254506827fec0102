using CrossBorder.Verification.Identity;

namespace CrossBorder.Verification.Tests.Identity;

public sealed class NameComparisonTests
{
    [Theory]
    [InlineData("CHAN Tai Man", "chan tai man")]
    [InlineData("CHAN Tai Man", "CHAN, Tai-Man")]
    [InlineData("CHAN Tai Man", "Tai Man CHAN")]
    [InlineData("CHAN Tai Man", "CHAN TAIMAN")]
    [InlineData("CHAN Tai Man", "ＣＨＡＮ　Ｔａｉ　Ｍａｎ")]
    [InlineData("O'BRIEN Seán", "Sean O’Brien")]
    [InlineData("SMITH John", "John Smith")]
    public void Spellings_of_one_Latin_name_are_alike(string one, string other)
    {
        Assert.True(NameComparison.LatinEquals(one, other));
        Assert.True(NameComparison.LatinEquals(other, one));
    }

    [Theory]
    [InlineData("CHAN Tai Man", "CHAN Tai Ming")]
    [InlineData("CHAN Tai Man", "CHAN Tai")]
    [InlineData("CHAN Tai Man", "CHEN Tai Man")]
    [InlineData("CHAN Tai Man", "")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Other_letters_are_another_Latin_name(string? one, string? other) => Assert.False(NameComparison.LatinEquals(one, other));

    [Theory]
    [InlineData("陳大文", "陈大文")]
    [InlineData("黃小明", "黄小明")]
    [InlineData("李嘉欣", "李嘉欣")]
    [InlineData("吳美玲", "吴美玲")]
    [InlineData("張偉傑", "张伟杰")]
    [InlineData("歐陽 鋒", "欧阳锋")]
    [InlineData("衞詠詩", "衛詠詩")]
    public void Both_writings_of_one_Han_name_are_alike(string one, string other)
    {
        Assert.True(NameComparison.HanEquals(one, other));
        Assert.True(NameComparison.HanEquals(other, one));
    }

    [Theory]
    [InlineData("陳大文", "陳大明")]
    [InlineData("陳大文", "大文陳")]
    [InlineData("", "")]
    [InlineData(null, "陳大文")]
    public void Other_characters_are_another_Han_name(string? one, string? other) => Assert.False(NameComparison.HanEquals(one, other));
}
