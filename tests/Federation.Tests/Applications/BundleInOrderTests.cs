using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Storage;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>The card first, then its electronic twin; the insurance certificate waits for neither.</summary>
public sealed class BundleInOrderTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Bundle = "social-security-card";
    private const string First = "gd-si-010", Second = "gd-si-011", Beside = "gd-mi-003";

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_waits_is_neither_sent_nor_offered_until_what_comes_before_it_is_accepted(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete(Bundle))).Value;
        var before = await desk.CaseAsync(filed.CaseNumber);
        using var http = await desk.ListenAsync("department-gd-hrss");
        var offered = Assert.Single(await http.PickUpAsync("gd-hrss"));

        Assert.Equal(Of(before, First).Id, offered.Id);
        Assert.Equal((DeliveryStatus.Waiting, 0, null), (Of(before, Second).Status, Of(before, Second).Attempts, Of(before, Second).Due));
        Assert.Equal(Of(before, First).Id, Assert.Single(Of(before, Second).WaitsFor));
        Assert.Null(Of(before, Second).Clock);
        Assert.Empty(Of(before, Beside).After);
        Assert.Contains(before.Timeline, line => line is { Event: CaseEvents.Waits, Hop: "gd-hrss", Reason: First });

        Assert.Equal("200", await http.TellAsync("gd-hrss", departments.Receipt("gd-hrss", offered), where: "receipts").SaysAsync());
        await desk.DeliverAsync();
        var after = await desk.CaseAsync(filed.CaseNumber);

        Assert.Equal(ApplicationStatus.Accepted, after.Status);
        Assert.Empty(Of(after, Second).WaitsFor);
        Assert.Equal((DeliveryStatus.Accepted, ClockState.Running), (Of(after, Second).Status, Of(after, Second).Clock?.State));
        var events = after.Timeline.Select(line => line.Event).ToList();
        Assert.Contains(after.Timeline, line => line is { Event: CaseEvents.TurnCame, Hop: "gd-hrss" });
        Assert.True(events.IndexOf(CaseEvents.Accepted) < events.IndexOf(CaseEvents.TurnCame), string.Join(' ', events));
        Assert.Contains(Of(after, Second).Id, (await departments.ArrivalsAsync("gd-hrss")).Keys);
    }

    [Theory]
    [InlineData("social-security-card", 3)]
    [InlineData("enterprise-closing", 3)]
    [InlineData("enterprise-startup", 8)]
    [InlineData("home-purchase", 8)]
    public async Task With_every_department_accepting_the_whole_of_a_bundle_in_order_is_accepted(string bundle, int deliveries)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite");

        var filed = (await desk.SubmitAsync(await Uploads.CompleteAsync(desk, bundle))).Value;
        var view = await desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);

        Assert.Equal(deliveries, filed.Deliveries.Count);
        Assert.All(filed.Deliveries, delivery => Assert.Equal(delivery.After.Count == 0, delivery.Due is not null));
        Assert.Equal(deliveries, view.Deliveries.Count(delivery => delivery is { Status: DeliveryStatus.Accepted, Receipt: not null }));
        foreach (var delivery in view.Deliveries.Where(delivery => delivery.After.Count > 0))
            Assert.All(delivery.After, before => Assert.True(
                view.Deliveries.Single(other => other.Id == before).ReceivedAt <= delivery.ReceivedAt, $"{before} came after {delivery.Id}"));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_follows_one_that_is_turned_down_is_never_sent(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete(Bundle))).Value;
        using var http = await desk.ListenAsync("department-gd-hrss");
        var offered = Assert.Single(await http.PickUpAsync("gd-hrss"));

        await http.TellAsync("gd-hrss", departments.Receipt("gd-hrss", offered, "rejected"), where: "receipts");
        await desk.DeliverAsync();
        // What is taken on after all does not bring back what has ended.
        await http.TellAsync("gd-hrss", departments.Event("gd-hrss", offered.Id, 1, "accepted"));
        var view = await desk.CaseAsync(filed.CaseNumber);

        Assert.Equal((DeliveryStatus.Withdrawn, null), (Of(view, Second).Status, Of(view, Second).Receipt));
        Assert.Contains(view.Timeline, line => line is { Event: CaseEvents.NotSent, Hop: "gd-hrss", Reason: First });
        Assert.DoesNotContain(Of(view, Second).Id, (await departments.ArrivalsAsync("gd-hrss")).Keys);
        Assert.Equal(ApplicationStatus.Accepted, view.Status);
    }

    [Fact]
    public async Task What_its_department_still_asks_for_holds_back_what_follows()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete(Bundle))).Value;
        using var http = await desk.ListenAsync("department-gd-hrss");
        var offered = Assert.Single(await http.PickUpAsync("gd-hrss"));
        await http.TellAsync("gd-hrss", departments.Event("gd-hrss", offered.Id, 1, "action_needed", "請補交照片"));
        await http.TellAsync("gd-hrss", departments.Receipt("gd-hrss", offered), where: "receipts");
        var asked = await desk.CaseAsync(filed.CaseNumber);

        await http.TellAsync("gd-hrss", departments.Event("gd-hrss", offered.Id, 2, "accepted"));
        var answered = await desk.CaseAsync(filed.CaseNumber);

        Assert.Equal(DeliveryStatus.Waiting, Of(asked, Second).Status);
        Assert.Equal(DeliveryStatus.Queued, Of(answered, Second).Status);
    }

    [Fact]
    public async Task Where_one_is_passed_on_what_follows_waits_for_whoever_has_it_now()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete(Bundle))).Value;
        using var http = await desk.ListenAsync("department-gd-hrss");
        var offered = Assert.Single(await http.PickUpAsync("gd-hrss"));
        await http.TellAsync("gd-hrss", departments.Event("gd-hrss", offered.Id, 1, "forwarded", to: "gz-hrss"));
        await http.TellAsync("gd-hrss", departments.Receipt("gd-hrss", offered), where: "receipts");
        var passedOn = await desk.CaseAsync(filed.CaseNumber);

        await desk.DeliverAsync();
        var accepted = await desk.CaseAsync(filed.CaseNumber);

        Assert.Equal(DeliveryStatus.Waiting, Of(passedOn, Second).Status);
        Assert.Equal(DeliveryStatus.Queued, Of(accepted, Second).Status);
    }

    [Fact]
    public async Task A_withdrawal_takes_back_what_waits_without_telling_anybody_of_it()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete(Bundle))).Value;

        await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", filed.CaseNumber, default));

        Assert.All((await desk.CaseAsync(filed.CaseNumber)).Deliveries, delivery => Assert.Equal(DeliveryStatus.Withdrawn, delivery.Status));
        Assert.False(await desk.UseAsync<HubDbContext, bool>(context => context.Set<Delivery>().AnyAsync(row => row.Kind == DeliveryKind.Withdrawal)));
    }

    [Fact]
    public async Task The_same_key_gets_the_first_answer_again_also_after_everything_went_out()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var first = (await desk.SubmitAsync(Requests.Complete(Bundle))).Value;
        await desk.DeliverAsync();
        await desk.DeliverAsync();

        var again = (await desk.SubmitAsync(Requests.Complete(Bundle))).Value;

        Assert.Equal(ApplicationStatus.Accepted, (await desk.CaseAsync(first.CaseNumber)).Status);
        Assert.Equal(ApplicationJson.Write(first.Deliveries), ApplicationJson.Write(again.Deliveries));
    }

    private static DeliveryView Of(CaseView view, string item) => view.Deliveries.Single(delivery => delivery.Item == item);
}
