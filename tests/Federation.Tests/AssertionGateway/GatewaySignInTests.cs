using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.AssertionGateway;

/// <summary>Hub, gateway and iAM Smart, once for the tests of a class.</summary>
public sealed class IamSmartRunning : SandboxFixture, IAsyncLifetime
{
    public ValueTask InitializeAsync() => new(StartAsync(iamSmart: true));
}

/// <summary>A whole sign-in over the wire: relying party, hub, gateway, iAM Smart, and back.</summary>
public sealed class GatewaySignInTests(IamSmartRunning sandbox) : IClassFixture<IamSmartRunning>
{
    private const string Low = "urn:crossborder:loa:low";
    private const string Substantial = "urn:crossborder:loa:substantial";
    private const string High = "urn:crossborder:loa:high";

    [Fact]
    public async Task R1_signs_in_with_the_phone_and_is_known_by_what_the_app_told()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var back = await client.SignInWithIamSmartAsync(browser, "r1");

        var tokens = await client.RedeemAsync(back.Parameter("code"));
        Assert.Equal(200, tokens.Status);
        var claims = await client.UserInfoAsync(tokens.AccessToken);
        Assert.Equal("CHAN Tai Man", claims["name"]);
        Assert.Equal("陳大文", claims["name#zh-Hant"]);
        Assert.Equal("A123456(3)", claims["hk_id_number"]);
        Assert.Equal("H12345678", claims["home_return_permit_number"]);
        Assert.NotNull(claims["mainland_account"]);
        Assert.Equal(Substantial, claims["acr"]);
        Assert.Contains(browser.Visited, address => address.AbsolutePath == "/iamsmart/api/v1/auth/getQR");
    }

    [Fact]
    public async Task A_high_level_takes_a_step_up_in_the_app()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var tokens = await client.RedeemAsync((await client.SignInWithIamSmartAsync(browser, "r2", ("acr_values", High))).Parameter("code"));

        Assert.Equal(High, TokenAnswer.Payload(tokens.IdToken).GetProperty("acr").GetString());
        Assert.Contains((await sandbox.IamSmartLogAsync()).Callbacks, callback => callback is { Question: "stepup", Status: 200 });
    }

    [Fact]
    public async Task R4_whose_account_cannot_sign_is_low_and_reaches_substantial_when_asked_and_never_high()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var low = await client.RedeemAsync((await client.SignInWithIamSmartAsync(browser, "r4")).Parameter("code"));
        Assert.Equal(Low, TokenAnswer.Payload(low.IdToken).GetProperty("acr").GetString());

        using var stepUp = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var raised = await stepUp.RedeemAsync((await stepUp.SignInWithIamSmartAsync(browser, "r4", ("acr_values", Substantial))).Parameter("code"));
        Assert.Equal(Substantial, TokenAnswer.Payload(raised.IdToken).GetProperty("acr").GetString());

        using var tooHigh = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var refused = await tooHigh.SignInWithIamSmartAsync(browser, "r4", ("acr_values", High));
        Assert.False(refused.Stopped);
        Assert.Contains("CB3027", refused.Text, StringComparison.Ordinal);
    }
}
