using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.AssertionGateway;

public sealed class LateAnswerTests : IAsyncLifetime
{
    private readonly SandboxFixture sandbox = new();

    public ValueTask InitializeAsync() => new(sandbox.StartAsync(
        iamSmart: true, gatewaySettings: new Dictionary<string, string> { ["Gateway:VisitLifetime"] = "00:00:25" }));

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_ends_with_CB4069_and_one_that_comes_then_finds_nobody()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        await sandbox.FaultAsync("hold");
        var page = await browser.OnwardAsync(await client.ToWaitingAsync(browser, "r1"));

        Assert.Contains(browser.Visited, address => address.Query.Contains("error_description=CB4069", StringComparison.Ordinal));
        Assert.Contains("CB4006", page.Text, StringComparison.Ordinal);

        await sandbox.ReleaseAsync();
        await sandbox.CallbackRefusedAsync("CB4066");
    }
}
