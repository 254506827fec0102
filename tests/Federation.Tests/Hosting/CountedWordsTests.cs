using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Tests.Hosting;

/// <summary>English that agrees with its numbers.</summary>
public sealed class CountedWordsTests
{
    [Theory]
    [InlineData(1, "1 day left")]
    [InlineData(0, "0 days left")]
    [InlineData(2, "2 days left")]
    [InlineData("1", "1 day left")]
    [InlineData("21", "21 days left")]
    public void A_word_follows_its_number(object number, string expected) =>
        Assert.Equal(expected, string.Format(CountedWords.Provider, "{0} {0:day|days} left", number));

    [Fact]
    public void What_is_no_choice_of_words_is_formatted_as_ever() =>
        Assert.Equal("07 2026-01-02 1.5", string.Format(CountedWords.Provider, "{0:00} {1:yyyy-MM-dd} {2}", 7, new DateOnly(2026, 1, 2), 1.5));

    [Theory]
    [InlineData("1", "1 delivery to “gd-tax” does not get through")]
    [InlineData("3", "3 deliveries to “gd-tax” do not get through")]
    public void An_alert_says_it_so(string number, string expected) => Assert.Equal(expected, AlertText.Of(Alert.Raise(
        new AlertCondition(AlertKind.DeliveriesStuck, "gd-tax", NoticeSeverity.Warning, ["gd-tax", number]), TimeProvider.System.GetUtcNow())).En);
}
