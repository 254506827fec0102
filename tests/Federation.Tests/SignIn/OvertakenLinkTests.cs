using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

/// <summary>An officer acts while a resident thinks about a link.</summary>
public sealed class OvertakenLinkTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    [Fact]
    public async Task A_link_confirmed_after_its_home_lost_trust_is_refused_and_what_was_believed_before_stands_in_the_records()
    {
        var stop = TestContext.Current.CancellationToken;
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var page = await browser.GoAsync(client.AuthorizeAddress(("login_hint", "r1")), stop);
        Assert.EndsWith("/link", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain(await sandbox.RowsAsync<TrustRecord>(), record => record.ClientId is not null);

        var authority = Certificate.Parse(await File.ReadAllBytesAsync(sandbox.Pki.CertificateFile("hk-intermediate"), stop)).Value;
        await using (var scope = sandbox.HubServices.CreateAsyncScope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<OfficerTrust>()
                .RevokeNowAsync(authority.Sha256Thumbprint, "The authority reported a stolen key.", "officer-a", stop)).Succeeded);
        var snapshot = sandbox.HubServices.GetRequiredService<ITrustSnapshot>();
        await Waiting.UntilAsync(() => snapshot.Current.TrustList.Distrusted.Count > 0, "the authority is out of trust", stop);
        var form = page.Forms.Single(form => form.Buttons.Any(button => button.Value == "confirm"));
        var stopped = await browser.SubmitAsync(form, button: form.Buttons.Single(button => button.Value == "confirm"), cancellationToken: stop);

        Assert.Contains("CB3048", stopped.Text, StringComparison.Ordinal);
        Assert.Empty(await sandbox.RowsAsync<HomeLink>());
        Assert.Single(await sandbox.RowsAsync<TrustRecord>(), record => record.ClientId == "yueshengshi");
    }
}
