using CrossBorder.Federation.Applications.Webhooks;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.Signals;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Tests.Applications;
using Xunit;

namespace CrossBorder.Federation.Tests.Storage;

/// <summary>However much waits, what is taken of it is found by its key: SQLite's planner would rather go through the queue.</summary>
public sealed class LongQueueTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(1), InlineData(100)]
    public async Task A_link_of_the_log_is_stored_at_its_entry_without_going_through_all_that_wait(int links)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);

        var plan = await desk.UseAsync<HubDbContext, string>(context => QueryPlan.OfAsync(context, AuditLinks.Statement(links), 3 * links, Stop));

        Assert.Contains("SEARCH AuditEntries USING INTEGER PRIMARY KEY", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("IX_AuditEntries_Sequence", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_of_every_kind_are_leased_without_going_through_all_that_wait()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);

        await ByKeyAsync<StatusNotice>(desk);
        await ByKeyAsync<ResidentNotice>(desk);
        await ByKeyAsync<LogoutNotice>(desk);
        await ByKeyAsync<SignalNotice>(desk);
    }

    private static async Task ByKeyAsync<TNotice>(ApplicationsDesk desk)
        where TNotice : QueuedNotice
    {
        const int Ids = 20;
        var plan = await desk.UseAsync<HubDbContext, string>(context =>
            QueryPlan.OfAsync(context, NoticeQueue<TNotice>.LeaseStatement(context, Ids), 3 + Ids, Stop));

        Assert.Contains("(Id=?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Status=?", plan, StringComparison.Ordinal);
    }
}
