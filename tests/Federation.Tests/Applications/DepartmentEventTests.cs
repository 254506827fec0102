using System.Net;
using System.Text.Json;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Events;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Trust;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Testing;
using CrossBorder.Verification.Evidence;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

public sealed class DepartmentEventTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Slug = "gd-hrss";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task An_event_is_stored_moves_the_case_and_is_told_to_the_resident(string database)
    {
        await using var desk = await OpenAsync(database);
        var (http, filed, delivery) = await AcceptedAsync(desk);

        var answer = await http.TellAsync(Slug, departments.Event(Slug, delivery, 1, "action_needed", "請於五日內補交照片"));
        var asked = await desk.CaseAsync(filed);
        Assert.Equal("202", await http.TellAsync(Slug, departments.Event(Slug, delivery, 2, "completed")).SaysAsync());
        var done = await desk.CaseAsync(filed);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal((ApplicationStatus.ActionNeeded, ApplicationStatus.Completed), (asked.Status, done.Status));
        Assert.Equal(["submitted", "accepted", "action_needed", "completed"], done.Timeline.Select(line => line.Event));
        var line = done.Timeline[2];
        Assert.Equal((Slug, "請於五日內補交照片"), (line.Hop, line.Reason));
        Assert.Equal(DeliveryStatus.Accepted, Assert.Single(done.Deliveries).Status);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task The_same_event_again_gets_the_same_answer_and_changes_nothing(string database)
    {
        await using var desk = await OpenAsync(database);
        var (http, filed, delivery) = await AcceptedAsync(desk);
        var at = TimeProvider.System.GetUtcNow();

        var first = await TextAsync(http.TellAsync(Slug, departments.Event(Slug, delivery, 4, "action_needed", "why", at: at)));
        await http.TellAsync(Slug, departments.Event(Slug, delivery, 5, "accepted"));
        var again = await TextAsync(http.TellAsync(Slug, departments.Event(Slug, delivery, 4, "action_needed", "why", at: at)));
        var other = await http.TellAsync(Slug, departments.Event(Slug, delivery, 4, "action_needed", "why else", at: at)).SaysAsync();

        Assert.Equal(first, again);
        Assert.Equal("409 CB5085", other);
        var view = await desk.CaseAsync(filed);
        Assert.Equal(ApplicationStatus.Accepted, view.Status);
        Assert.Equal(2, await CountAsync(desk));
        Assert.Equal(4, view.Timeline.Count);
    }

    [Fact]
    public async Task A_lower_or_equal_sequence_is_stored_and_moves_nothing()
    {
        await using var desk = await OpenAsync();
        var (http, filed, delivery) = await AcceptedAsync(desk);

        await http.TellAsync(Slug, departments.Event(Slug, delivery, 9, "completed"));
        var lower = await TextAsync(http.TellAsync(Slug, departments.Event(Slug, delivery, 8, "rejected", "late")));
        var equal = await TextAsync(http.TellAsync(Slug, departments.Event(Slug, delivery, 9, "rejected", id: "another")));

        Assert.False(JsonDocument.Parse(lower).RootElement.GetProperty("moved").GetBoolean());
        Assert.False(JsonDocument.Parse(equal).RootElement.GetProperty("moved").GetBoolean());
        Assert.Equal(ApplicationStatus.Completed, (await desk.CaseAsync(filed)).Status);
        Assert.Equal(3, await CountAsync(desk));
    }

    [Fact]
    public async Task Each_thing_that_does_not_hold_is_refused_with_its_own_code()
    {
        await using var desk = await OpenAsync();
        var (http, filed, delivery) = await AcceptedAsync(desk);
        var now = TimeProvider.System.GetUtcNow();
        string Good(long sequence = 1) => departments.Event(Slug, delivery, sequence, "accepted");

        Assert.Equal("415 CB5086", await http.TellAsync(Slug, Good(), "application/json").SaysAsync());
        Assert.Equal("413 CB5087", await http.TellAsync(Slug, new string('a', 65537)).SaysAsync());
        Assert.Equal("404 CB5089", await http.TellAsync("gd-nowhere", Good()).SaysAsync());
        Assert.Equal("400 CB3001", await http.TellAsync(Slug, "not a message").SaysAsync());
        Assert.Equal("400 CB3006", await http.TellAsync(Slug, departments.Event(Slug, delivery, 1, "accepted", type: "cross-border-receipt+jws")).SaysAsync());
        Assert.Equal("400 CB5081", await http.TellAsync(Slug, departments.Event(Slug, delivery, 1, "withdrawn")).SaysAsync());
        Assert.Equal("400 CB5081", await http.TellAsync(Slug, departments.Event(Slug, delivery, long.MaxValue, "accepted")).SaysAsync());
        Assert.Equal("403 CB5082", await http.TellAsync(Slug, departments.Event("gd-civil", delivery, 1, "accepted", key: departments.KeyOf(Slug))).SaysAsync());
        Assert.Equal("404 CB5083", await http.TellAsync(Slug, departments.Event(Slug, "no-such-delivery", 1, "accepted")).SaysAsync());
        Assert.Equal("422 CB5084", await http.TellAsync(Slug, departments.Event(Slug, delivery, 1, "accepted", at: now.AddHours(-24).AddSeconds(-5))).SaysAsync());
        Assert.Equal("422 CB5084", await http.TellAsync(Slug, departments.Event(Slug, delivery, 1, "accepted", at: now.AddHours(1))).SaysAsync());
        Assert.Equal("422 CB5096", await http.TellAsync(Slug, departments.Event(Slug, delivery, 1, "forwarded", to: "gd-nowhere")).SaysAsync());
        Assert.Equal(0, await CountAsync(desk));
        Assert.Equal("202", await http.TellAsync(Slug, Good(2)).SaysAsync());
        Assert.Equal(ApplicationStatus.Accepted, (await desk.CaseAsync(filed)).Status);
    }

    [Fact]
    public async Task Nobody_but_the_department_itself_speaks_for_it()
    {
        await using var desk = await OpenAsync();
        var (http, _, delivery) = await AcceptedAsync(desk);
        var own = departments.Event(Slug, delivery, 1, "completed");
        var parts = own.Split('.');
        var header = System.Buffers.Text.Base64Url.EncodeToString("""{"alg":"none","typ":"cross-border-event+jws"}"""u8);

        // Another department, with its own key, on this department's address and on its own; the hub; the home provider; a changed header.
        Assert.Equal("403 CB3021", await http.TellAsync(Slug, departments.Event(Slug, delivery, 1, "completed", key: departments.KeyOf("gd-civil"))).SaysAsync());
        Assert.Equal("404 CB5083", await http.TellAsync("gd-civil", departments.Event("gd-civil", delivery, 1, "completed")).SaysAsync());
        Assert.Equal("403 CB5082", await http.TellAsync("gd-civil", departments.Event(Slug, delivery, 1, "completed", key: departments.KeyOf("gd-civil"))).SaysAsync());
        Assert.Equal("403 CB3021", await http.TellAsync("gd-civil", own).SaysAsync());
        Assert.StartsWith("403 CB30", await http.TellAsync(Slug, departments.Event(Slug, delivery, 1, "completed", key: departments.Pki.SigningKey("hub-sm2", "SGD_SM3_SM2"))).SaysAsync(), StringComparison.Ordinal);
        Assert.Equal("400 CB3003", await http.TellAsync(Slug, departments.Event(Slug, delivery, 1, "completed", key: departments.Pki.SigningKey("home-es256", "ES256"))).SaysAsync());
        Assert.Equal("400 CB3003", await http.TellAsync(Slug, departments.Event(Slug, delivery, 1, "completed", key: departments.KeyOf("gd-tax"))).SaysAsync());
        Assert.Equal("400 CB3003", await http.TellAsync(Slug, $"{header}.{parts[1]}.").SaysAsync());
        Assert.Equal("400 CB3004", await http.TellAsync(Slug, $"{parts[0]}.{departments.Event(Slug, delivery, 2, "rejected").Split('.')[1]}.{parts[2]}").SaysAsync());
        Assert.Equal(0, await CountAsync(desk));
    }

    [Fact]
    public async Task A_delivery_that_was_not_sent_yet_and_a_notice_of_withdrawal_have_no_events_CB5083()
    {
        await using var desk = await OpenAsync();
        var http = await desk.ListenAsync();
        var unsent = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        Assert.Equal("404 CB5083", await http.TellAsync(Slug, departments.Event(Slug, unsent.Deliveries[0].Id, 1, "accepted")).SaysAsync());

        await desk.DeliverAsync();
        await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", unsent.CaseNumber, default));
        await desk.DeliverAsync();
        var notice = await desk.UseAsync<HubDbContext, string>(context => context.Set<Delivery>()
            .Where(delivery => delivery.Kind == DeliveryKind.Withdrawal).Select(delivery => delivery.Id).SingleAsync());
        Assert.Equal("404 CB5083", await http.TellAsync(Slug, departments.Event(Slug, notice, 1, "accepted")).SaysAsync());

        Assert.Equal("202", await http.TellAsync(Slug, departments.Event(Slug, unsent.Deliveries[0].Id, 1, "completed")).SaysAsync());
        Assert.Equal(ApplicationStatus.Withdrawn, (await desk.CaseAsync(unsent.CaseNumber)).Status);
    }

    [Fact]
    public async Task An_event_that_overtakes_the_receipt_counts_once_the_receipt_is_there()
    {
        await using var desk = await OpenAsync();
        var http = await desk.ListenAsync();
        await departments.SwitchAsync(Slug, "forget-ack", 1);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        await desk.DeliverAsync();

        Assert.Equal("202", await http.TellAsync(Slug, departments.Event(Slug, filed.Deliveries[0].Id, 1, "completed")).SaysAsync());
        var early = await desk.CaseAsync(filed.CaseNumber);
        Assert.Equal((ApplicationStatus.Submitted, DeliveryStatus.Queued), (early.Status, early.Deliveries[0].Status));

        await Waiting.UntilAsync(async () =>
        {
            await desk.DeliverAsync();
            return (await desk.CaseAsync(filed.CaseNumber)).Status == ApplicationStatus.Completed;
        }, "the delivery is due again and its case completed", Stop);
    }

    [Fact]
    public async Task An_event_stored_in_time_is_answered_when_it_is_repeated_too_late()
    {
        var clock = new Shifted();
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false, more: services =>
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        var (http, _, delivery) = await AcceptedAsync(desk);
        var at = TimeProvider.System.GetUtcNow().AddHours(-23).AddMinutes(-55);
        var told = departments.Event(Slug, delivery, 1, "completed", "why", at: at);
        var changed = departments.Event(Slug, delivery, 1, "completed", "why else", at: at);

        var first = await TextAsync(http.TellAsync(Slug, told));
        clock.By = TimeSpan.FromMinutes(10);

        Assert.Equal(first, await TextAsync(http.TellAsync(Slug, told)));
        Assert.Equal("422 CB5084", await http.TellAsync(Slug, changed).SaysAsync());
        Assert.Equal("422 CB5084", await http.TellAsync(Slug, departments.Event(Slug, delivery, 2, "completed", at: at)).SaysAsync());
    }

    [Fact]
    public async Task A_department_in_a_loop_is_stopped_with_CB5088()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false, more: services =>
            services.Configure<DepartmentEventsOptions>(options => options.PerDelivery = 10));
        var (http, _, delivery) = await AcceptedAsync(desk);

        for (var sequence = 1; sequence <= 10; sequence++)
            Assert.Equal("202", await http.TellAsync(Slug, departments.Event(Slug, delivery, sequence, "accepted")).SaysAsync());

        Assert.Equal("409 CB5088", await http.TellAsync(Slug, departments.Event(Slug, delivery, 11, "accepted")).SaysAsync());
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Events_that_come_at_once_are_stored_once_each_and_the_highest_holds(string database)
    {
        await using var desk = await OpenAsync(database);
        var (http, filed, delivery) = await AcceptedAsync(desk);
        var told = Enumerable.Range(1, 8).Select(sequence => departments.Event(Slug, delivery, sequence, sequence == 8 ? "completed" : "action_needed")).ToList();

        var answers = await Task.WhenAll(told.Concat(told).Select(compact => http.TellAsync(Slug, compact).SaysAsync()));

        Assert.All(answers, answer => Assert.Equal("202", answer));
        Assert.Equal(8, await CountAsync(desk));
        Assert.Equal(ApplicationStatus.Completed, (await desk.CaseAsync(filed)).Status);
    }

    [Fact]
    public async Task The_evidence_holds_the_events_and_proves_them_offline()
    {
        await using var desk = await OpenAsync();
        var (http, filed, delivery) = await AcceptedAsync(desk);
        await http.TellAsync(Slug, departments.Event(Slug, delivery, 1, "action_needed", "補交照片"));
        await http.TellAsync(Slug, departments.Event(Slug, delivery, 2, "completed"));

        var package = (await desk.UseAsync<ICases, Outcome<string>>(cases => cases.EvidenceAsync("resident-r1", filed, default))).Value;
        var report = EvidenceVerifier.Verify(package, desk.Services.GetRequiredService<ITrustSnapshot>().Current.TrustList);

        Assert.Equal(2, report.Proved.Count(sentence => sentence.Contains("told of delivery", StringComparison.Ordinal)));
        Assert.DoesNotContain(report.Failures, failure => failure.Pointer?.Contains("events", StringComparison.Ordinal) == true);
    }

    private async Task<(HttpClient Http, string Case, string Delivery)> AcceptedAsync(ApplicationsDesk desk)
    {
        var http = await desk.ListenAsync();
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        await desk.DeliverAsync();
        Assert.Equal(ApplicationStatus.Accepted, (await desk.CaseAsync(filed.CaseNumber)).Status);
        return (http, filed.CaseNumber, filed.Deliveries[0].Id);
    }

    private Task<ApplicationsDesk> OpenAsync(string database = "SQLite") => ApplicationsDesk.OpenAsync(departments, database, worker: false);

    private static Task<int> CountAsync(ApplicationsDesk desk) => desk.UseAsync<HubDbContext, int>(context => context.Set<DepartmentEvent>().CountAsync());

    private static async Task<string> TextAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private sealed class Shifted : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + By;
    }
}
