using CrossBorder.Federation.Alerts.Conditions;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Trust;
using Xunit;

namespace CrossBorder.Federation.Tests.Alerts;

/// <summary>What counts as unusual: the rule, at its edges.</summary>
public sealed class RefusalConditionTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 8, 12, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(19, 0, false)]
    [InlineData(20, 0, true)]
    [InlineData(49, 10, false)]
    [InlineData(50, 10, true)]
    public void Twenty_in_an_hour_and_five_times_the_usual_are_unusual(long now, long usual, bool unusual) =>
        Assert.Equal(unusual, RefusalConditions.Find([.. Usual("CB3005", usual), Count(Now, "CB3005", now)], Now).Count == 1);

    [Fact]
    public void The_hour_before_counts_until_this_one_is_over_and_acceptances_never() =>
        Assert.Equal("hk-home|CB3005", Assert.Single(RefusalConditions.Find(
            [Count(Now.AddHours(-1), "CB3005", 20), Count(Now, null, 5000), Count(Now, "CB3001", 3)], Now)).Subject);

    [Fact]
    public void What_was_unusual_two_hours_ago_is_over() =>
        Assert.Empty(RefusalConditions.Find([Count(Now.AddHours(-2), "CB3005", 500)], Now));

    [Fact]
    public void Another_reason_of_the_same_party_has_its_own_usual() =>
        Assert.Equal("hk-home|CB3006", Assert.Single(RefusalConditions.Find([.. Usual("CB3005", 100), Count(Now, "CB3005", 100), Count(Now, "CB3006", 25)], Now)).Subject);

    private static TrustCount Count(DateTimeOffset at, string? code, long count) => new(
        new DateTimeOffset(at.UtcDateTime.Date.AddHours(at.Hour), TimeSpan.Zero), TrustPurpose.AssertionSigning, "hk-home", code, count);

    private static IEnumerable<TrustCount> Usual(string code, long count) =>
        Enumerable.Range(2, 167).Select(hours => Count(Now.AddHours(-hours), code, count));
}
