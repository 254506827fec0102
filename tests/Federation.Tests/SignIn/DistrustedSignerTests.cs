using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

/// <summary>An officer takes a home's authority out of trust while the hub runs, and nobody touched a revocation list.</summary>
public sealed class DistrustedSignerTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    [Fact]
    public async Task Nobody_enters_below_an_authority_that_an_officer_revoked()
    {
        var stop = TestContext.Current.CancellationToken;
        var authority = Certificate.Parse(await File.ReadAllBytesAsync(sandbox.Pki.CertificateFile("hk-intermediate"), stop)).Value;
        await using (var scope = sandbox.HubServices.CreateAsyncScope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<OfficerTrust>()
                .RevokeNowAsync(authority.Sha256Thumbprint, "The authority reported a stolen key.", "officer-a", stop)).Succeeded);
        var snapshot = sandbox.HubServices.GetRequiredService<ITrustSnapshot>();
        await Waiting.UntilAsync(() => snapshot.Current.TrustList.Distrusted.Count > 0, "the hub distrusts the authority", stop);

        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var stopped = await client.SignInAsync(browser, "r2");

        Assert.Contains("CB3048", stopped.Page.Text, StringComparison.Ordinal);
        Assert.Empty(await sandbox.RowsAsync<HomeLink>());
    }
}
