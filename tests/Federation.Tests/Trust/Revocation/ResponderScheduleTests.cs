using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Alerts.Conditions;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Tests.Officers;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Trust;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Revocation;

/// <summary>What is done on schedule and by an officer's button, and what of it the console and the alerts say.</summary>
public sealed class ResponderScheduleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_sign_in_needed_is_kept_fresh_and_a_revocation_that_the_button_fetches_stops_the_next()
    {
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        Assert.NotNull(await SignInAsync(sandbox, "r1"));
        var before = await Waiting.UntilAsync(() => StandingAsync(sandbox, "hk-responder"), one => one.Answers.Count > 0, "the answer is stored", Stop);
        var answer = Assert.Single(before.Answers);
        Assert.Equal(RevocationStatementStatus.Good, answer.Status);
        Assert.Equal((RevocationSourceKind.Responder, null, 0), (before.Kind, before.FaultCode, before.Failures));

        sandbox.Pki.Revoke("home-rs256");
        sandbox.Pki.Revoke("home-es256");
        using var officer = await SandboxOfficer.EnterAsync(sandbox, "operator");
        var done = await officer.PostAsync("/console/revocation", ("name", "hk-responder"));

        Assert.Contains("hk-responder", done.Text, StringComparison.Ordinal);
        Assert.Contains(answer.Subject, done.Text, StringComparison.Ordinal);
        Assert.Equal(RevocationStatementStatus.Revoked, Assert.Single((await StandingAsync(sandbox, "hk-responder")).Answers).Status);
        Assert.Null(await SignInAsync(sandbox, "r2"));

        // Another node reads what was kept, and no more of it than changed since: this could not be read.
        await sandbox.HubServices.GetServices<IHostedService>().OfType<RevocationRefresh>().Single().StopAsync(Stop);
        var stored = new KnownResponses(sandbox.HubServices.GetRequiredService<IServiceScopeFactory>());
        string[] counts = ["hk-responder"];
        var read = await stored.ReadAsync(counts, Stop);
        await UseRowsAsync(sandbox, rows => rows.ExecuteUpdateAsync(row => row.SetProperty(kept => kept.Encoded, Array.Empty<byte>()), Stop));
        Assert.Equal(read.ToHashSet(ReferenceEqualityComparer.Instance), (await stored.ReadAsync(counts, Stop)).ToHashSet(ReferenceEqualityComparer.Instance));

        // What a responder said that was removed since is not even parsed, and this could not be.
        await UseRowsAsync(sandbox, async rows =>
        {
            rows.Add(new RevocationResponseRow
            {
                Responder = "removed", Fingerprint = "f", Certificate = [0], Issuer = [0], Encoded = [0],
                ThisUpdate = before.FetchedAt!.Value, FetchedAt = before.FetchedAt!.Value, NeededAt = TimeProvider.System.GetUtcNow(),
            });
            await rows.GetService<ICurrentDbContext>().Context.SaveChangesAsync(Stop);
        });

        // The worker's round asks again about all that was needed, and about the authorities below the responder's own.
        Assert.True(await sandbox.HubServices.GetRequiredService<RevocationResponders>().RefreshAsync(Stop));
        var after = await StandingAsync(sandbox, "hk-responder");
        Assert.True(after.FetchedAt > before.FetchedAt);
        Assert.Empty(await AlertsAsync(sandbox));
        var since = await stored.ReadAsync(counts, Stop);
        Assert.NotSame(
            read.Single(known => known.Mark.Fingerprint == answer.Fingerprint).Response, since.Single(known => known.Mark.Fingerprint == answer.Fingerprint).Response);
        await UseRowsAsync(sandbox, rows => rows.ExecuteDeleteAsync(Stop));
        Assert.Empty(await stored.ReadAsync(counts, Stop));
    }

    [Fact]
    public async Task A_responder_that_is_down_is_told_with_CB4026_by_page_and_alert_and_stops_nobody_whom_a_list_clears()
    {
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync(hubSettings: new Dictionary<string, string>
        {
            ["Trust:Responders:0:Address"] = "http://127.0.0.1:1/ocsp", ["Trust:OnDemandPause"] = "00:00:05",
        });

        Assert.NotNull(await SignInAsync(sandbox, "r1"));

        var standing = await Waiting.UntilAsync(() => StandingAsync(sandbox, "hk-responder"), one => one.FaultCode is not null, "the fault is told", Stop);
        Assert.Equal("CB4026", standing.FaultCode);
        Assert.Empty(standing.Answers);
        Assert.Contains(await AlertsAsync(sandbox), alert => alert.Subject == "hk-responder" && alert.Blanks.Contains("CB4026"));
        using var officer = await SandboxOfficer.EnterAsync(sandbox, "auditor");
        Assert.Contains("CB4026", (await officer.GoAsync("/console/revocation")).Text, StringComparison.Ordinal);
    }

    private static async Task UseRowsAsync(SandboxFixture sandbox, Func<DbSet<RevocationResponseRow>, Task> use)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<RevocationResponseRow>());
    }

    private static async Task<string?> SignInAsync(SandboxFixture sandbox, string resident)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        return (await client.SignInAsync(browser, resident)).Code;
    }

    private static async Task<RevocationStanding> StandingAsync(SandboxFixture sandbox, string name)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RevocationView>().AllAsync(Stop)).Single(one => one.Name == name);
    }

    private static async Task<IReadOnlyList<AlertCondition>> AlertsAsync(SandboxFixture sandbox)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        return await new RevocationConditions(scope.ServiceProvider.GetRequiredService<RevocationView>()).FindAsync(TimeProvider.System.GetUtcNow(), Stop);
    }
}
