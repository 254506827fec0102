using CrossBorder.Federation.AssertionGateway.Visits;
using CrossBorder.Federation.Storage.Gateway;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.AssertionGateway;

public sealed class LateAnswerTests(IamSmartRunning sandbox) : IClassFixture<IamSmartRunning>
{
    [Fact]
    public async Task An_answer_that_does_not_come_in_time_ends_with_CB4069_and_one_that_comes_then_finds_nobody()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        await sandbox.FaultAsync("hold");
        var waiting = await client.ToWaitingAsync(browser, "r1");
        await EndTheTimeOfAllAsync();

        var page = await browser.OnwardAsync(waiting);
        Assert.Contains(browser.Visited, address => address.Query.Contains("error_description=CB4069", StringComparison.Ordinal));
        Assert.Contains("CB4006", page.Text, StringComparison.Ordinal);

        await sandbox.ReleaseAsync();
        await sandbox.CallbackRefusedAsync("CB4066");
    }

    private async Task EndTheTimeOfAllAsync()
    {
        var options = new DbContextOptionsBuilder<GatewayDbContext>().UseSqlite("Data Source=" + Path.Combine(sandbox.Data, "gateway.db")).Options;
        await using var context = new GatewayDbContext(options);
        var past = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        Assert.Equal(1, await context.Set<VisitRow>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.ExpiresAt, past), TestContext.Current.CancellationToken));
    }
}
