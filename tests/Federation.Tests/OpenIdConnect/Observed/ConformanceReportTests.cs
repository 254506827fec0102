using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Conformance;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Observed;

/// <summary>What follows from counts: pure.</summary>
public sealed class ConformanceReportTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_seen_last_decides()
    {
        Assert.Equal(ConformanceVerdict.NotSeen, Verdict("nonce"));
        Assert.Equal(ConformanceVerdict.Done, Verdict("nonce", (Sight.NonceSent, 1, 0)));
        Assert.Equal(ConformanceVerdict.ToDo, Verdict("nonce", (Sight.NonceMissing, 1, 0)));
        Assert.Equal(ConformanceVerdict.ToDo, Verdict("nonce", (Sight.NonceSent, 99, -5), (Sight.NonceMissing, 1, 0)));
        Assert.Equal(ConformanceVerdict.Done, Verdict("nonce", (Sight.NonceMissing, 99, -5), (Sight.NonceSent, 1, 0)));
    }

    [Fact]
    public void A_key_set_that_is_fetched_for_every_token_is_not_cached()
    {
        Assert.Equal(ConformanceVerdict.NotSeen, Verdict("keys", (Sight.KeysFetched, 50, 0)));
        Assert.Equal(ConformanceVerdict.Done, Verdict("keys", (Sight.KeysFetched, 3, 0), (Sight.CodeRedeemed, 3, 0)));
        Assert.Equal(ConformanceVerdict.Done, Verdict("keys", (Sight.KeysFetched, 3, 0), (Sight.CodeRedeemed, 30, 0)));
        Assert.Equal(ConformanceVerdict.ToDo, Verdict("keys", (Sight.KeysFetched, 30, -5), (Sight.CodeRedeemed, 30, 0)));
    }

    [Fact]
    public void What_is_older_than_two_weeks_or_of_another_client_says_nothing()
    {
        var report = ConformanceReport.Of(Client, [Count(Sight.NonceMissing, 5, 0, Today.AddDays(-14)), Count(Sight.NonceMissing, 5, 0, Today, "other")], Today);

        Assert.Equal(ConformanceVerdict.NotSeen, report.Items.Single(item => item.Rule.Id == "nonce").Verdict);
    }

    [Fact]
    public void A_client_is_asked_for_what_it_registered()
    {
        var plain = ConformanceReport.Of(Client, [], Today).Items.Select(item => item.Rule.Id).ToList();
        var strict = ConformanceReport.Of(
            new RelyingPartyOptions { ClientId = "rp", AuthenticationMethods = ["private_key_jwt"], GrantTypes = ["authorization_code"], Profile = "fapi2", BackchannelLogoutUri = "https://rp.example.test/" },
            [], Today).Items.Select(item => item.Rule.Id).ToList();

        Assert.DoesNotContain("assertion-life", plain);
        Assert.DoesNotContain("pushed", plain);
        foreach (var id in new[] { "assertion-life", "assertion-once", "bound", "pushed", "logout-heard" })
            Assert.Contains(id, strict);
    }

    [Fact]
    public void Refusals_are_known_by_code_and_never_by_what_a_stranger_wrote()
    {
        Assert.Equal("refused.CB2038", Sight.Refused("invalid_client", "CB2038 The client assertion is not sound"));
        Assert.Equal("refused.invalid_grant", Sight.Refused("invalid_grant", "CB9999 made up"));
        Assert.Null(Sight.Refused("<script>", "anything"));
        Assert.Null(Sight.Refused(null, null));
        var refusal = Assert.Single(ConformanceReport.Of(Client, [Count("refused.CB2038", 2, -1, Today), Count("refused.CB2038", 3, 0, Today.AddDays(-1))], Today).Refusals);
        Assert.Equal(("CB2038", 5L, Now), (refusal.Code, refusal.Count, refusal.LastAt));
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own_and_looks_at_something()
    {
        Assert.Equal(ConformanceRules.All.Count, ConformanceRules.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(ConformanceRules.All, rule => Assert.NotEmpty(rule.Good));
    }

    private static RelyingPartyOptions Client { get; } = new() { ClientId = "rp", AuthenticationMethods = ["client_secret_basic"], GrantTypes = ["authorization_code"] };

    private static ConformanceVerdict Verdict(string rule, params (string What, long Count, int Minutes)[] seen) => ConformanceReport.Of(
        Client, [.. seen.Select(one => Count(one.What, one.Count, one.Minutes, Today))], Today).Items.Single(item => item.Rule.Id == rule).Verdict;

    private static ConformanceCount Count(string what, long count, int minutes, DateOnly day, string client = "rp") =>
        new() { ClientId = client, What = what, Day = day, Count = count, LastAt = Now.AddMinutes(minutes) };
}
