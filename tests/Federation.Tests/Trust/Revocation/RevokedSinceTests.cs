using CrossBorder.Adapters.Departments;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Revocation;

/// <summary>
/// Certificates that their authority revoked after the hub fetched its list: the list at hand clears them, and the responder, asked because a
/// message of each kind comes in, does not.
/// </summary>
public sealed class RevokedSinceTests(DepartmentsRunning sandbox) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private RevocationAnswers Known => sandbox.HubServices.GetRequiredService<ITrustSnapshot>().Current.RevocationAnswers;

    [Fact]
    public async Task A_sign_in_asks_and_is_refused_with_CB3013()
    {
        await RevokeSinceAsync("home-rs256", "home-es256");

        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        Assert.Contains("CB3013", (await client.SignInAsync(browser, "r2")).Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_of_a_department_asks_and_is_refused_with_CB3013()
    {
        await RevokeSinceAsync("department-gd-hrss");

        using var http = sandbox.NewHubClient();
        Assert.Equal("403 CB3013", await http.TellAsync("gd-hrss", sandbox.Event("gd-hrss", "any", 1, "accepted")).SaysAsync());
    }

    [Fact]
    public async Task A_receipt_of_a_department_asks_and_is_refused_with_CB3013()
    {
        await RevokeSinceAsync("department-gd-tax");
        var delivery = new Delivery { Id = "d", ApplicationId = "a", Department = "gd-tax", Item = "i", Payload = "{}", QueuedAt = default };
        var department = sandbox.HubServices.GetRequiredService<IOptions<DepartmentsOptions>>().Value.Find("gd-tax")!;

        var receipt = sandbox.Receipt("gd-tax", new Offered("d", "envelope", default));
        var judged = await sandbox.HubServices.GetRequiredService<ReceiptJudge>().JudgeAsync(delivery, "envelope", receipt, department, Stop);

        Assert.Equal("CB3013", judged.Outcome.Error.Code);
    }

    [Fact]
    public async Task An_answer_of_the_directory_asks_and_is_refused_with_CB4003_for_CB3013()
    {
        await RevokeSinceAsync("registry-sm2");

        var found = await sandbox.HubServices.GetRequiredService<IAccountDirectory>().FindAsync(new DirectoryQuery("home_return_permit", "H12345678"), Stop);

        Assert.Equal("CB4003", found.Error.Code);
        Assert.Contains("CB3013", found.Error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stranger_signed_in_a_departments_name_reaches_no_responder()
    {
        await ListsAtHandAsync();
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=Department gd-civil", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var presented = Certificate.Parse(made.RawData).Value;

        await sandbox.HubServices.GetRequiredService<RevocationOnDemand>().EnsureAsync([presented, Authority("gd-intermediate")], Stop);

        Assert.False(await AskedAsync(presented));
    }

    /// <summary>Revokes these leaves when every list is at hand, so that no list that the hub knows names them.</summary>
    private async Task RevokeSinceAsync(params string[] leaves)
    {
        await ListsAtHandAsync();
        foreach (var leaf in leaves)
        {
            Assert.False(await AskedAsync(Authority(leaf)));
            sandbox.Pki.Revoke(leaf);
        }
    }

    private Task ListsAtHandAsync() => Waiting.UntilAsync(() => Known.Lists.Count >= 4, "the lists are at hand", Stop);

    private async Task<bool> AskedAsync(Certificate certificate)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<RevocationResponseRow>()
            .AnyAsync(row => row.Fingerprint == certificate.Sha256Thumbprint, Stop);
    }

    private Certificate Authority(string name) => Certificate.ParseMany(File.ReadAllText(sandbox.Pki.CertificateFile(name))).Value[0];
}
