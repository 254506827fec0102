using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.AssertionGateway;

public sealed class GatewayRestartTests(IamSmartRunning sandbox) : IClassFixture<IamSmartRunning>
{
    [Fact]
    public async Task A_sign_in_that_waits_for_the_app_survives_a_restart_of_the_gateway()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        await sandbox.FaultAsync("hold");
        var waiting = await client.ToWaitingAsync(browser, "r2");
        Assert.Equal("/waiting", waiting.Address.AbsolutePath);

        await sandbox.World.StopGatewayAsync(TestContext.Current.CancellationToken);
        await sandbox.World.StartGatewayAsync(TestContext.Current.CancellationToken);
        await sandbox.ReleaseAsync();

        Assert.NotNull((await browser.OnwardAsync(waiting)).Parameter("code"));
    }
}
