using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

public sealed class UndescribedRecipientTests : IAsyncLifetime
{
    private readonly SandboxFixture sandbox = new();

    public ValueTask InitializeAsync() => new(sandbox.StartAsync(hubSettings: new Dictionary<string, string> { ["RelyingParties:0:Contact"] = "" }));

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task Nobody_is_asked_to_agree_to_a_recipient_that_does_not_say_who_it_is_CB7008()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        Assert.Contains("CB7008", (await client.SignInAsync(browser, "r2")).Page.Text, StringComparison.Ordinal);
    }
}
