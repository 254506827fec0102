using System.Text.Json;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Interop.Tests;

/// <summary>A second home, of foreign make and added by settings alone: residents choose it, and only its own certified signer is believed.</summary>
public sealed class ForeignHomeTests(TwoHomes homes) : IClassFixture<TwoHomes>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_resident_who_chooses_the_second_home_arrives_with_a_code_and_their_own_name()
    {
        await homes.RequireForeignHomeAsync();
        using var client = new RelyingPartyClient(homes.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();

        var choice = await browser.GoAsync(client.AuthorizeAddress(("login_hint", TwoHomes.HonestSigner), ("ui_locales", "en")), Stop);
        Assert.EndsWith("/home", choice.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(["hk-sandbox", TwoHomes.Scheme], Choices(choice).Buttons.Select(button => button.Value));
        Assert.Contains("Another home", choice.Text, StringComparison.Ordinal);

        var page = await ChooseAsync(browser, choice);
        for (var asked = 0; !page.Stopped && asked < 3; asked++)
            page = await browser.SubmitAsync(page.Forms.Single(form => form.Buttons.Any(button => button.Name == "decision")), cancellationToken: Stop);

        Assert.Contains(browser.Visited, address => address.AbsoluteUri.StartsWith(homes.Issuer + "/", StringComparison.Ordinal));
        Assert.DoesNotContain(browser.Visited, address => address.Port == homes.Ports.Home);
        Assert.NotNull(page.Parameter("code"));
        var tokens = await client.RedeemAsync(page.Parameter("code"));
        var idToken = TokenAnswer.Payload(tokens.IdToken);
        Assert.Equal(client.Nonce, idToken.GetProperty("nonce").GetString());
        Assert.Equal("urn:crossborder:loa:high", idToken.GetProperty("acr").GetString());
        var person = (await client.UserInfoAsync(tokens.AccessToken)).Json;
        Assert.Equal("CHAN Tai Man", person.GetProperty("name").GetString());
        Assert.Equal("H12345678", person.GetProperty("home_return_permit_number").GetString());
        Assert.Contains(homes.Issuer, person.GetProperty("verified_claims").GetRawText(), StringComparison.Ordinal);

        // The same account on the other side is the same person, whichever home they come from.
        using var again = new RelyingPartyClient(homes.Ports, "yueshengshi");
        using var otherBrowser = SandboxFixture.NewBrowser();
        var fromFirstHome = await again.SignInAsync(otherBrowser, "r1");
        Assert.Contains(otherBrowser.Visited, address => address.Port == homes.Ports.Home);
        var other = TokenAnswer.Payload((await again.RedeemAsync(fromFirstHome.Code)).IdToken);
        Assert.Equal(idToken.GetProperty("sub").GetString(), other.GetProperty("sub").GetString());
    }

    [Theory]
    [InlineData("stranger", "CB3010")]
    [InlineData("hub-es256", "CB3012")]
    [InlineData("hub-tls", "CB3012")]
    [InlineData("home-es256", "CB3021")]
    public async Task An_assertion_of_another_signer_is_refused_with_its_code(string signer, string code)
    {
        await homes.RequireForeignHomeAsync();
        using var client = new RelyingPartyClient(homes.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();

        var stopped = await ChooseAsync(browser, await browser.GoAsync(client.AuthorizeAddress(("login_hint", signer), ("ui_locales", "en")), Stop));
        Assert.EndsWith("/stopped", stopped.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains(code, stopped.Text, StringComparison.Ordinal);
        Assert.Contains(ErrorCatalogue.All[code].Title.En, stopped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("CHAN", stopped.Text, StringComparison.Ordinal);

        var back = await browser.SubmitAsync(stopped.Forms.Single(form => form.Action.AbsolutePath.EndsWith("/stopped", StringComparison.Ordinal)), cancellationToken: Stop);
        Assert.True(back.Stopped);
        Assert.Equal("access_denied", back.Parameter("error"));
        Assert.Equal(code, back.Parameter("error_description"));
        Assert.Equal("state-of-yueshengshi", back.Parameter("state"));
        Assert.Null(back.Parameter("code"));
    }

    private static PageForm Choices(Page page) => page.Forms.Single(form => form.Buttons.Any(button => button.Name == "home"));

    private static Task<Page> ChooseAsync(ResidentBrowser browser, Page choice) => browser.SubmitAsync(
        Choices(choice), button: Choices(choice).Buttons.Single(button => button.Value == TwoHomes.Scheme), cancellationToken: Stop);
}
