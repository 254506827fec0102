using System.Net;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Federation.Tests.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>What an auditor takes and what an officer types is written down first; where that cannot be stored, nothing of it happens.</summary>
public sealed class WrittenDownFirstTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_export_of_the_log_without_its_entry()
    {
        using var auditor = await SandboxOfficer.EnterAsync(sandbox, "auditor");

        var page = await WithoutEntriesAsync("audit.exported", () => auditor.GoAsync("/console/audit?handler=export"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("CB6082", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cross-border-audit-extract", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_evidence_of_a_case_without_its_entry()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        using var browser = SandboxFixture.NewBrowser();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
        var number = (await client.ApplyAsync(tokens.AccessToken, "key-1", new { item = "gd-si-011", form = new { } }))["caseNumber"]!;
        using var auditor = await SandboxOfficer.EnterAsync(sandbox, "auditor");
        await Waiting.UntilAsync(() => auditor.GoAsync("/console/evidence?case=" + number), page => page.Status == HttpStatusCode.OK, "the case has evidence", Stop);

        var page = await WithoutEntriesAsync(PersonalDataRead.Kind, () => auditor.GoAsync("/console/evidence?case=" + number));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("CB6082", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_verb_of_an_officer_without_its_entry()
    {
        var (password, secret) = await SandboxOfficer.SecretsAsync(sandbox, "officer-a");
        var code = await SandboxOfficer.FreshCodeAsync(sandbox, "officer-a", secret);

        var done = await WithoutEntriesAsync("officer.command", async () =>
        {
            await using var scope = sandbox.HubServices.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<CommandOfficer>()
                .SignInAsync("officer-a", new CommandSecrets(password, code), "keys rotate", Stop, OfficerRole.SecurityOfficer);
        });

        Assert.Equal("CB6082", done.Error.Code);
    }

    // The database takes the row and keeps nothing of it: what a store looks like that lost it.
    private async Task<T> WithoutEntriesAsync<T>(string kind, Func<Task<T>> act)
    {
        // Another connection may yet know the one that is gone, and looks again only where that is no fault.
        await SqlAsync($"CREATE TRIGGER IF NOT EXISTS no_entries BEFORE INSERT ON AuditEntries WHEN NEW.Kind = '{kind}' BEGIN SELECT RAISE(IGNORE); END");
        try
        {
            return await act();
        }
        finally
        {
            await SqlAsync("DROP TRIGGER no_entries");
        }
    }

    private async Task SqlAsync(string sql)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HubDbContext>().Database.ExecuteSqlRawAsync(sql, Stop);
    }
}
