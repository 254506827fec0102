using CrossBorder.Federation.Trust;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

/// <summary>What a restarted hub still knows.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private readonly Dictionary<string, string> settings = [];
    private readonly SandboxFixture sandbox = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(sandbox.StartAsync(hubSettings: settings));

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task A_used_assertion_stays_used()
    {
        Assert.True(await UseAsync("assertion-1"));
        await RestartAsync();
        Assert.False(await UseAsync("assertion-1"));
        Assert.True(await UseAsync("assertion-2"));
    }

    [Fact]
    public async Task Revocation_is_still_known_while_no_authority_answers()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        Assert.NotNull((await client.SignInAsync(browser, "r2")).Code);
        await Waiting.UntilAsync(() => sandbox.HubServices.GetRequiredService<ITrustSnapshot>().Current.RevocationAnswers.Lists.Count == 4, "all lists are stored", Stop);
        for (var index = 0; index < 4; index++)
            settings[$"Trust:RevocationLists:{index}:Address"] = "http://127.0.0.1:1/none.crl";

        await RestartAsync();

        Assert.Equal(4, sandbox.HubServices.GetRequiredService<ITrustSnapshot>().Current.RevocationAnswers.Lists.Count);
        using var later = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var otherBrowser = SandboxFixture.NewBrowser();
        Assert.NotNull((await later.SignInAsync(otherBrowser, "r6")).Code);
    }

    [Fact]
    public async Task Browsers_stay_signed_in_and_tokens_hold()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);

        await RestartAsync();

        Assert.Equal(200, (await client.UserInfoAsync(tokens.AccessToken)).Status);
        Assert.Equal(200, (await client.RefreshAsync(tokens.RefreshToken)).Status);
        Assert.NotNull((await browser.GoAsync(client.AuthorizeAddress(("prompt", "none")), Stop)).Parameter("code"));
    }

    [Fact]
    public async Task A_sign_in_under_way_goes_on()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var atHome = await browser.GoAsync(client.AuthorizeAddress(), Stop);
        Assert.Equal(sandbox.Ports.HomeAddress.Port, atHome.Address.Port);
        await RestartAsync();

        var asked = await browser.SubmitAsync(atHome.Forms[0], new Dictionary<string, string> { ["resident"] = "r1" }, cancellationToken: Stop);
        await RestartAsync();
        while (!asked.Stopped && asked.Forms is [var form, ..])
            asked = await browser.SubmitAsync(form, cancellationToken: Stop);

        Assert.Equal(200, (await client.RedeemAsync(asked.Parameter("code"))).Status);
    }

    private async Task RestartAsync()
    {
        await sandbox.World.StopHubAsync(Stop);
        await sandbox.World.StartHubAsync(Stop);
    }

    private async Task<bool> UseAsync(string identifier)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IReplayGuard>()
            .TryUseAsync("https://home.example/", identifier, TimeProvider.System.GetUtcNow().AddHours(1), Stop);
    }
}
