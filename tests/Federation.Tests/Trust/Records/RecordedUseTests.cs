using System.Text.Json;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Records;

/// <summary>A sign-in through the running hub leaves a record of what it rests on, and of nobody's name.</summary>
public sealed class RecordedUseTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    [Fact]
    public async Task A_sign_in_is_recorded_with_its_session_and_its_chain_and_without_the_person()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        await client.SignInAsync(browser, "r1");

        var session = Assert.Single(await sandbox.RowsAsync<Session>());
        var records = await sandbox.RowsAsync<TrustRecord>();
        var signIn = Assert.Single(records, record => record.Purpose == TrustPurpose.AssertionSigning);
        Assert.Equal(("yueshengshi", session.Id, session.TrustPath), (signIn.ClientId, signIn.SessionId, signIn.Path));
        Assert.Equal("cross-border-identity+jws", signIn.Type);
        // The directory of Guangdong was asked for an account, and its answer was believed too.
        Assert.Contains(records, record => record.Purpose == TrustPurpose.DirectorySigning);

        var path = (await sandbox.RowsAsync<TrustPath>()).Single(path => path.Id == signIn.Path);
        Assert.Equal(sandbox.Ports.HomeAddress.AbsoluteUri, path.Party);
        Assert.True(path.LeadsThrough(Certificate.ParseMany(await File.ReadAllTextAsync(
            sandbox.Pki.CertificateFile("hk-root"), TestContext.Current.CancellationToken)).Value[0].Sha256Thumbprint));

        var kept = JsonSerializer.Serialize(new { records, Paths = await sandbox.RowsAsync<TrustPath>() });
        foreach (var personal in new[] { "CHAN", "A123456", "H12345678", "1990-01-01", "+852", (await sandbox.RowsAsync<Resident>())[0].Id })
            Assert.DoesNotContain(personal, kept, StringComparison.OrdinalIgnoreCase);
    }
}
