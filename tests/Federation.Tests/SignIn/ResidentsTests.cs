using System.Text.Json;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

/// <summary>Every resident of the sandbox from the relying party's request to what it gets, over the wire.</summary>
public sealed class ResidentsTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string High = "urn:crossborder:loa:high";
    private const string Substantial = "urn:crossborder:loa:substantial";

    [Fact]
    public async Task R1_confirms_the_account_found_and_agrees_once_and_is_asked_neither_again()
    {
        using var client = Client("yueshengshi");
        using var phone = SandboxFixture.NewBrowser();
        var first = await client.SignInAsync(phone, "r1");

        Assert.Equal(["link", "consent"], first.Questions);
        var claims = await ClaimsAsync(client, first);
        Assert.Equal("CHAN Tai Man", claims["name"]);
        Assert.Equal("陳大文", claims["name#zh-Hant"]);
        Assert.Equal("陈大文", claims["name#zh-Hans"]);
        Assert.Equal("1990-01-01", claims["birthdate"]);
        Assert.Equal("H12345678", claims["home_return_permit_number"]);
        Assert.Equal("A123456(3)", claims["hk_id_number"]);
        Assert.Equal(High, claims["acr"]);
        Assert.Equal("HK", claims["jurisdiction"]);
        Assert.NotNull(claims["mainland_account"]);

        using var again = Client("yueshengshi");
        using var kiosk = SandboxFixture.NewBrowser();
        var second = await again.SignInAsync(kiosk, "r1");
        Assert.Empty(second.Questions);
        Assert.NotNull(second.Code);

        // Another relying party is another recipient: the same browser is asked to agree, and for nothing else.
        using var other = Client("yueshangtong");
        var elsewhere = await other.SignInAsync(kiosk, "r1");
        Assert.Equal(["consent"], elsewhere.Questions);
        Assert.NotNull(elsewhere.Code);
    }

    [Fact]
    public async Task The_decision_on_a_link_is_kept_with_its_rules_and_without_values()
    {
        using var client = Client("yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        Assert.NotNull((await client.SignInAsync(browser, "r6")).Code);

        var decisions = (await sandbox.RowsAsync<LinkDecision>()).Where(row => row.Outcome == LinkOutcomes.Confirmed).ToList();
        Assert.NotEmpty(decisions);
        Assert.All(decisions, decision =>
        {
            Assert.Equal(MatchingRules.Version, decision.RuleVersion);
            Assert.All(JsonSerializer.Deserialize<Dictionary<string, bool>>(decision.Compared)!, compared => Assert.True(compared.Value, compared.Key));
            Assert.StartsWith("sha256:", decision.AssertionDigest, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task R2_has_no_account_and_gets_one()
    {
        using var client = Client("yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var result = await client.SignInAsync(browser, "r2");

        Assert.Equal(["consent"], result.Questions);
        var claims = await ClaimsAsync(client, result);
        Assert.Equal("WONG Siu Ming", claims["name"]);
        Assert.NotNull(claims["mainland_account"]);
    }

    [Fact]
    public async Task R3_has_two_candidates_and_is_left_to_an_officer_with_CB7001()
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var client = Client("yueshengshi");
            using var browser = SandboxFixture.NewBrowser();
            var stopped = await client.SignInAsync(browser, "r3");

            Assert.False(stopped.Page.Stopped);
            Assert.Contains("CB7001", stopped.Page.Text, StringComparison.Ordinal);
            var review = Assert.Single(await sandbox.RowsAsync<ReviewItem>(), row => row.Cause == LinkOutcomes.Ambiguous);
            Assert.Contains(review.Id, stopped.Page.Text, StringComparison.Ordinal);

            var back = await browser.SubmitAsync(Assert.Single(stopped.Page.Forms, form => form.Action == stopped.Page.Address), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal("access_denied", back.Parameter("error"));
            Assert.Equal("CB7001", back.Parameter("error_description"));
            Assert.Equal("state-of-yueshengshi", back.Parameter("state"));
            Assert.Null(back.Parameter("code"));
        }
    }

    [Fact]
    public async Task R4_enters_with_low_assurance_reaches_substantial_when_asked_and_never_high()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client("yueshengshi");
        var low = await client.RedeemAsync((await client.SignInAsync(browser, "r4")).Code);
        Assert.Equal("urn:crossborder:loa:low", TokenAnswer.Payload(low.IdToken).GetProperty("acr").GetString());

        using var stepUp = Client("yueshengshi");
        var raised = await stepUp.RedeemAsync((await stepUp.SignInAsync(browser, "r4", ("acr_values", Substantial))).Code);
        Assert.Equal(Substantial, TokenAnswer.Payload(raised.IdToken).GetProperty("acr").GetString());

        using var tooHigh = Client("yueshengshi");
        var refused = await tooHigh.SignInAsync(browser, "r4", ("acr_values", High));
        Assert.Null(refused.Code);
        Assert.Contains("CB3027", refused.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R5_is_registered_with_another_birth_date_and_is_linked_to_nothing_with_CB7002()
    {
        using var client = Client("yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var stopped = await client.SignInAsync(browser, "r5");

        Assert.Contains("CB7002", stopped.Page.Text, StringComparison.Ordinal);
        var decision = Assert.Single(await sandbox.RowsAsync<LinkDecision>(), row => row.Outcome == LinkOutcomes.Mismatch);
        Assert.Null(decision.ResidentId);
        Assert.False(JsonSerializer.Deserialize<Dictionary<string, bool>>(decision.Compared)!["birthdate"]);
        Assert.DoesNotContain(await sandbox.RowsAsync<HomeLink>(), link => link.SubjectHash == decision.SubjectHash);
    }

    [Fact]
    public async Task R6_has_no_Chinese_name_and_none_is_made_up()
    {
        using var client = Client("yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var claims = await ClaimsAsync(client, await client.SignInAsync(browser, "r6"));

        Assert.Equal("SMITH John", claims["name"]);
        Assert.Equal("HA1234567", claims["home_return_permit_number"]);
        Assert.Null(claims["name#zh-Hant"]);
        Assert.Null(claims["name#zh-Hans"]);
    }

    private RelyingPartyClient Client(string id) => new(sandbox.Ports, id);

    private static async Task<TokenAnswer> ClaimsAsync(RelyingPartyClient client, SignInResult result)
    {
        var tokens = await client.RedeemAsync(result.Code);
        Assert.Equal(200, tokens.Status);
        var claims = await client.UserInfoAsync(tokens.AccessToken);
        Assert.Equal(200, claims.Status);
        return claims;
    }
}
