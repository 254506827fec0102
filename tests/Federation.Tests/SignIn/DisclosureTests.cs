using System.Net;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Federation.Tests.Officers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.SignIn;

/// <summary>What a relying party fetches is written down before it is given, once for each sign-in, for the resident and the auditor to read.</summary>
public sealed class DisclosureTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_fetches_of_one_sign_in_are_one_entry_and_another_sign_in_is_another()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
        Assert.Empty(await FetchesAsync("yueshengshi"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.UserInfoAsync(tokens.AccessToken)));

        Assert.All(answers, answer => Assert.Equal("CHAN Tai Man", answer["name"]));
        var entry = Assert.Single(await FetchesAsync("yueshengshi"));
        Assert.Equal(AuditActors.Client, entry.ActorKind);
        Assert.Contains("\"scopes\":\"profile identity\"", entry.Details, StringComparison.Ordinal);
        Assert.DoesNotContain("CHAN", entry.Details, StringComparison.Ordinal);

        using var other = SandboxFixture.NewBrowser();
        await client.UserInfoAsync((await client.RedeemAsync((await client.SignInAsync(other, "r1")).Code)).AccessToken);
        Assert.Equal(2, (await FetchesAsync("yueshengshi")).Count);
    }

    [Fact]
    public async Task The_resident_reads_who_got_what_and_the_auditor_finds_the_same()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        using var browser = SandboxFixture.NewBrowser();
        await client.UserInfoAsync((await client.RedeemAsync((await client.SignInAsync(browser, "r2")).Code)).AccessToken);
        var entry = Assert.Single(await FetchesAsync("yueshangtong"));

        var page = await browser.GoAsync(new Uri(sandbox.Ports.HubAddress, "consents?lang=en"), Stop);

        Assert.Contains("Who got or looked at my data", page.Text, StringComparison.Ordinal);
        Assert.Contains("Got your name, birth date, gender, the numbers of your identity documents", page.Text, StringComparison.Ordinal);
        using var auditor = await SandboxOfficer.EnterAsync(sandbox, "auditor");
        Assert.Contains("yueshangtong", (await auditor.GoAsync($"/console/audit?kind={PersonalDataRead.Kind}&subject={entry.SubjectReference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_nothing_is_given()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "public-rp") { Scope = "openid profile", Secret = null };
        using var browser = SandboxFixture.NewBrowser();
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r6")).Code);
        await SqlAsync("CREATE TRIGGER no_marks BEFORE UPDATE OF Told ON ClientSessions BEGIN SELECT RAISE(IGNORE); END");
        await SqlAsync($"CREATE TRIGGER no_entries BEFORE INSERT ON AuditEntries WHEN NEW.Kind = '{PersonalDataRead.Kind}' BEGIN SELECT RAISE(IGNORE); END");
        try
        {
            var answer = await client.UserInfoAsync(tokens.AccessToken);

            Assert.Equal((int)HttpStatusCode.ServiceUnavailable, answer.Status);
            Assert.Equal("CB6082", answer["code"]);
            Assert.Empty(await FetchesAsync("public-rp"));
        }
        finally
        {
            await SqlAsync("DROP TRIGGER no_entries");
            await SqlAsync("DROP TRIGGER no_marks");
        }
    }

    private async Task<List<AuditEntry>> FetchesAsync(string client) =>
        [.. (await sandbox.RowsAsync<AuditEntry>()).Where(entry => entry.Kind == PersonalDataRead.Kind
            && entry.Details.Contains($"\"client\":\"{client}\"", StringComparison.Ordinal))];

    private async Task SqlAsync(string sql)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HubDbContext>().Database.ExecuteSqlRawAsync(sql, Stop);
    }
}
