using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

public sealed class HomeWithoutAssertionTests : IAsyncLifetime
{
    private readonly SandboxFixture sandbox = new();

    // The home sends the assertion beside the id token; a hub that looks for it inside finds none.
    public ValueTask InitializeAsync() => new(sandbox.StartAsync(hubSettings: new Dictionary<string, string> { ["Homes:0:AssertionSource"] = "id-token" }));

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task An_id_token_alone_proves_no_identity_and_is_refused_with_CB4007()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        Assert.Contains("CB4007", (await client.SignInAsync(browser, "r1")).Page.Text, StringComparison.Ordinal);
    }
}
