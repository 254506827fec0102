using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Trust;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

/// <summary>A home whose signing certificate is revoked while the hub runs.</summary>
public sealed class RevokedSignerTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    [Fact]
    public async Task Nobody_enters_by_a_revoked_signer_and_nothing_is_stored_of_them()
    {
        sandbox.Pki.Revoke("home-rs256");
        sandbox.Pki.Revoke("home-es256");
        Assert.True(await sandbox.HubServices.GetRequiredService<RevocationLists>().RefreshAsync(TestContext.Current.CancellationToken));

        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var stopped = await client.SignInAsync(browser, "r2");

        Assert.Contains("CB3013", stopped.Page.Text, StringComparison.Ordinal);
        Assert.Empty(await sandbox.RowsAsync<HomeLink>());
        Assert.Empty(await sandbox.RowsAsync<Resident>());
    }
}
