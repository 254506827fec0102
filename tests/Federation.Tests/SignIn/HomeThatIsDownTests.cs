using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

public sealed class HomeThatIsDownTests : IAsyncLifetime
{
    private readonly SandboxFixture sandbox = new();

    // Nobody listens on port 1. The hub starts all the same: a home may be down when it does.
    public ValueTask InitializeAsync() => new(sandbox.StartAsync(hubSettings: new Dictionary<string, string> { ["Homes:0:Authority"] = "http://localhost:1/" }));

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task A_home_that_does_not_answer_ends_the_visit_with_CB4002_and_a_way_back()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");

        var stopped = (await client.SignInAsync(browser, "r1")).Page;
        Assert.EndsWith("/stopped", stopped.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("CB4002", stopped.Text, StringComparison.Ordinal);

        var back = await browser.SubmitAsync(stopped.Forms.Single(form => form.Action.AbsolutePath.EndsWith("/stopped", StringComparison.Ordinal)), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("access_denied", back.Parameter("error"));
        Assert.Equal("CB4002", back.Parameter("error_description"));
    }
}
