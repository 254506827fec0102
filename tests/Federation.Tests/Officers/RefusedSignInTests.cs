using System.Net;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Sandbox.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>Nobody fills the audit log with sign-ins that were refused, and none of them is lost from the count.</summary>
public sealed class RefusedSignInTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hundreds_of_refusals_are_some_entries_that_add_up()
    {
        const int Tries = 300;
        var before = (await EntriesAsync()).Count;
        for (var i = 0; i < Tries; i++)
            await RecordAsync("officer.refused");

        var written = (await EntriesAsync()).Skip(before).ToList();
        Assert.InRange(written.Count, RefusedSignIns.Singly, RefusedSignIns.Singly + 8);
        var quiet = TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1);
        await desk.UseAsync(context => context.Set<RefusalCount>().ExecuteUpdateAsync(update => update.SetProperty(row => row.LastAt, quiet), Stop));
        await using (var scope = desk.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<RefusedSignIns>().CloseAsync(Stop);

        Assert.Contains("\"count\":\"" + Tries, (await EntriesAsync()).Last().Details, StringComparison.Ordinal);
        Assert.Equal(0, await desk.UseAsync(context => context.Set<RefusalCount>().CountAsync(row => row.Subject == "flood", Stop)));
    }

    [Fact]
    public async Task Many_at_once_are_counted_all_and_written_seldom()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => RecordAsync("officer.locked")));

        Assert.Equal(40, await desk.UseAsync(context => context.Set<RefusalCount>().Where(row => row.Kind == "officer.locked" && row.Subject == "flood").Select(row => row.Count).SingleAsync(Stop)));
        Assert.InRange((await desk.AuditAsync()).Count(entry => entry is { Kind: "officer.locked", SubjectReference: "flood" }), 1, RefusedSignIns.Singly + 3);
    }

    [Fact]
    public async Task One_network_is_paused_whatever_names_it_tries_and_told_when_to_come_back()
    {
        using var browser = desk.Visit();
        Page? last = null;
        for (var i = 0; i <= NetworkPause.Most; i++)
            last = (await browser.SignInAsync($"guess-{i}", "wrong password 1", "000000")).Page;

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.Status);
        Assert.Contains("CB6080", last.Text, StringComparison.Ordinal);
        Assert.Single(await desk.AuditAsync(), entry => entry.Kind == "officer.locked" && entry.Details.Contains("\"fault\":\"network\"", StringComparison.Ordinal));
        await desk.UseAsync(context => context.Set<OfficerAttempts>().ExecuteDeleteAsync(Stop));
    }

    private async Task RecordAsync(string kind)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RefusedSignIns>().RecordAsync(kind, "flood", "password", "somewhere", Stop);
    }

    private async Task<List<AuditEntry>> EntriesAsync() =>
        (await desk.AuditAsync()).Where(entry => entry is { Kind: "officer.refused", SubjectReference: "flood" }).ToList();
}
