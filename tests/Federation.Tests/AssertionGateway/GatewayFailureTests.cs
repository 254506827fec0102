using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.AssertionGateway;

/// <summary>What goes wrong between the gateway and iAM Smart, each over the wire: what the hub is told, and what still comes through.</summary>
public sealed class GatewayFailureTests(IamSmartRunning sandbox) : IClassFixture<IamSmartRunning>
{
    [Theory]
    [InlineData("refuse", "CB4060")]
    [InlineData("wrong-tag", "CB4062")]
    [InlineData("garbage", "CB4004")]
    [InlineData("too-big", "CB4004")]
    public async Task An_answer_that_is_not_to_be_used_ends_the_visit_with_its_reason(string fault, string code)
    {
        await sandbox.FaultAsync(fault);
        await EndsAsync(code, "r1", "CB4006");
    }

    [Fact]
    public async Task A_content_key_with_another_padding_is_refused_with_CB4061_and_no_other_is_tried()
    {
        await sandbox.FaultAsync("key-over");
        await sandbox.FaultAsync("other-padding");
        await EndsAsync("CB4061", "r1", "CB4006");
        Assert.NotNull(await CodeAsync("r1"));
    }

    [Fact]
    public async Task A_content_key_is_kept_and_fetched_anew_once_it_is_said_to_be_over()
    {
        Assert.NotNull(await CodeAsync("r1"));
        var given = (await sandbox.IamSmartLogAsync()).KeysGiven;
        Assert.NotNull(await CodeAsync("r1"));
        Assert.Equal(given, (await sandbox.IamSmartLogAsync()).KeysGiven);

        await sandbox.FaultAsync("key-over");
        Assert.NotNull(await CodeAsync("r1"));
        Assert.Equal(given + 1, (await sandbox.IamSmartLogAsync()).KeysGiven);
    }

    [Theory]
    [InlineData("callback-bad-signature", "CB4063")]
    [InlineData("callback-stale", "CB4064")]
    public async Task A_callback_that_is_not_believed_changes_nothing_and_the_true_one_counts(string fault, string code)
    {
        await sandbox.FaultAsync(fault);
        Assert.NotNull(await CodeAsync("r1"));
        await sandbox.CallbackRefusedAsync(code);
    }

    [Theory]
    [InlineData("callback-replay", "CB4065")]
    [InlineData("callback-twice", "CB4067")]
    public async Task A_callback_that_comes_again_counts_once(string fault, string code)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        await sandbox.FaultAsync("hold");
        var waiting = await client.ToWaitingAsync(browser, "r1");

        // The next question is held too, so that the visit is there still when the first answer comes again.
        await sandbox.FaultAsync("hold");
        await sandbox.FaultAsync(fault);
        await sandbox.ReleaseAsync();
        await sandbox.CallbackRefusedAsync(code);

        await sandbox.ReleaseAsync();
        Assert.NotNull((await browser.OnwardAsync(waiting)).Parameter("code"));
    }

    [Theory]
    [InlineData("callback-unknown", "CB4066")]
    [InlineData("callback-wrong-tag", "CB4062")]
    [InlineData("callback-too-big", "CB4004")]
    public async Task A_callback_that_answers_nothing_is_refused_and_the_browser_goes_on_waiting(string fault, string code)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        await sandbox.FaultAsync(fault);
        var waiting = await client.ToWaitingAsync(browser, "r1");
        await sandbox.CallbackRefusedAsync(code);

        Assert.Equal("/waiting", (await browser.GoAsync(waiting.Address, TestContext.Current.CancellationToken)).Address.AbsolutePath);
    }

    [Fact]
    public async Task An_answer_about_another_resident_ends_the_visit_with_CB4070()
    {
        await sandbox.FaultAsync("callback-other");
        await EndsAsync("CB4070", "r1", "CB4006");
        await sandbox.CallbackRefusedAsync("CB4070");
    }

    [Fact]
    public async Task Who_does_not_agree_in_the_app_is_told_so_and_nothing_is_handed_over()
    {
        await sandbox.FaultAsync("decline");
        await EndsAsync("CB4068", "r1", "CB4008");
    }

    [Fact]
    public Task Who_does_not_scan_the_code_comes_back_with_CB4008() => EndsAsync("CB4008", "", "CB4008");

    [Fact]
    public async Task What_came_back_to_another_browser_signs_nobody_in_and_ends_nobodys_visit()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var victim = SandboxFixture.NewBrowser();
        await sandbox.FaultAsync("hold");
        var waiting = await client.ToWaitingAsync(victim, "r1");
        var answer = victim.Visited.Single(address => address.AbsolutePath == "/iamsmart/signed-in");

        using var thief = SandboxFixture.NewBrowser();
        var refused = await thief.GoAsync(answer, TestContext.Current.CancellationToken);
        Assert.Equal("/ended/CB4006", refused.Address.AbsolutePath);
        Assert.Contains("CB4006", refused.Text, StringComparison.Ordinal);

        await sandbox.ReleaseAsync();
        Assert.NotNull((await victim.OnwardAsync(waiting)).Parameter("code"));
    }

    /// <summary>Signs in, and sees the gateway tell one code to the hub and the hub another to the resident.</summary>
    private async Task EndsAsync(string told, string resident, string shown)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var page = await client.SignInWithIamSmartAsync(browser, resident);

        Assert.Contains(browser.Visited, address => address.AbsolutePath == "/signin-hk-iam-smart" && address.Query.Contains("error_description=" + told, StringComparison.Ordinal));
        Assert.EndsWith("/stopped", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains(shown, page.Text, StringComparison.Ordinal);
    }

    private async Task<string?> CodeAsync(string resident)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        return (await client.SignInWithIamSmartAsync(browser, resident)).Parameter("code");
    }
}
