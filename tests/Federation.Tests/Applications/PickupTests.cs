using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CrossBorder.Adapters.Departments;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Pickup;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Storage;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

public sealed class PickupTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Slug = "gd-hrss";
    private const string Client = "department-gd-hrss";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_is_picked_up_and_signed_for_is_accepted_and_not_offered_again(string database)
    {
        var clock = new Shifted();
        await using var desk = await OpenAsync(database, clock);
        using var http = await desk.ListenAsync(Client);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;

        var offered = Assert.Single(await http.PickUpAsync(Slug));
        Assert.Equal(DeliveryStatus.Sent, (await desk.CaseAsync(filed.CaseNumber)).Deliveries[0].Status);
        var answer = await http.TellAsync(Slug, departments.Receipt(Slug, offered), where: "receipts");
        clock.By = TimeSpan.FromMinutes(2);

        Assert.Equal(filed.Deliveries[0].Id, offered.Id);
        Assert.InRange(offered.LeasedUntil, TimeProvider.System.GetUtcNow().AddSeconds(1), TimeProvider.System.GetUtcNow().AddSeconds(60));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("accepted", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("outcome").GetString());
        Assert.Empty(await http.PickUpAsync(Slug));
        var view = await desk.CaseAsync(filed.CaseNumber);
        Assert.Equal((ApplicationStatus.Accepted, DeliveryStatus.Accepted), (view.Status, view.Deliveries[0].Status));
        Assert.NotNull(view.Deliveries[0].Receipt);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Clients_that_come_at_once_never_get_the_same_delivery(string database)
    {
        await using var desk = await OpenAsync(database);
        using var http = await desk.ListenAsync(Client);
        for (var index = 0; index < 24; index++)
            await desk.SubmitAsync(Requests.Complete("gd-si-003", $"key-{index}"));

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            var own = new List<string>();
            while (await http.PickUpAsync(Slug, 3) is { Count: > 0 } offered)
                own.AddRange(offered.Select(delivery => delivery.Id));
            return own;
        }));

        // A client that found the others' rows locked may have seen an empty queue; what it left is still there, once.
        var all = taken.SelectMany(own => own).Concat((await http.PickUpAsync(Slug, 100)).Select(delivery => delivery.Id)).ToList();
        Assert.Equal(24, all.Count);
        Assert.Equal(24, all.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_one_way_holds_the_other_does_not_get(string database)
    {
        var clock = new Shifted();
        await using var desk = await OpenAsync(database, clock);
        using var http = await desk.ListenAsync(Client);
        await desk.SubmitAsync(Requests.Complete("gd-si-003"));

        var offered = Assert.Single(await http.PickUpAsync(Slug));
        Assert.Empty(await LeaseAsync(desk, clock));
        Assert.Empty(await http.PickUpAsync(Slug));
        clock.By = TimeSpan.FromSeconds(61);
        Assert.Equal(offered.Id, Assert.Single(await LeaseAsync(desk, clock)).Id);
        Assert.Empty(await http.PickUpAsync(Slug));
        clock.By = TimeSpan.FromSeconds(122);
        Assert.Equal((offered.Id, offered.Envelope), Assert.Single(await http.PickUpAsync(Slug)) is var again ? (again.Id, again.Envelope) : default);
    }

    [Fact]
    public async Task What_could_not_be_pushed_is_there_to_be_fetched_before_the_next_attempt()
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync(Client);
        await departments.SwitchAsync(Slug, "down", 1);
        await desk.SubmitAsync(Requests.Complete("gd-si-003"));
        await desk.DeliverAsync();

        Assert.Single(await http.PickUpAsync(Slug));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_receipt_counts_after_its_lease_ran_out_and_a_second_one_changes_nothing(string database)
    {
        var clock = new Shifted();
        await using var desk = await OpenAsync(database, clock);
        using var http = await desk.ListenAsync(Client);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        var offered = Assert.Single(await http.PickUpAsync(Slug));
        clock.By = TimeSpan.FromMinutes(10);
        await LeaseAsync(desk, clock);

        var first = await (await http.TellAsync(Slug, departments.Receipt(Slug, offered), where: "receipts")).Content.ReadAsStringAsync(Stop);
        clock.By = TimeSpan.FromMinutes(11);
        var contradicting = await http.TellAsync(Slug, departments.Receipt(Slug, offered, "rejected"), where: "receipts");

        Assert.Contains("\"accepted\"", first, StringComparison.Ordinal);
        Assert.Equal(first, await contradicting.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.OK, contradicting.StatusCode);
        Assert.Equal(ApplicationStatus.Accepted, (await desk.CaseAsync(filed.CaseNumber)).Status);
        Assert.Equal(1, await desk.UseAsync<HubDbContext, int>(context => context.Set<Receipt>().CountAsync()));
        Assert.Equal(["submitted", "accepted"], (await desk.CaseAsync(filed.CaseNumber)).Timeline.Select(line => line.Event));
    }

    [Fact]
    public async Task Receipts_that_come_at_once_are_stored_once_and_answered_alike()
    {
        await using var desk = await OpenAsync("PostgreSQL");
        using var http = await desk.ListenAsync(Client);
        await desk.SubmitAsync(Requests.Complete("gd-si-003"));
        var offered = Assert.Single(await http.PickUpAsync(Slug));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var answer = await http.TellAsync(Slug, departments.Receipt(Slug, offered), where: "receipts");
            return await answer.Content.ReadAsStringAsync(Stop);
        }));

        Assert.Contains("\"accepted\"", Assert.Single(answers.Distinct(StringComparer.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(1, await desk.UseAsync<HubDbContext, int>(context => context.Set<Receipt>().CountAsync()));
    }

    [Fact]
    public async Task A_withdrawal_is_picked_up_and_signed_for_too()
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync(Client);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        var sent = Assert.Single(await http.PickUpAsync(Slug));

        await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", filed.CaseNumber, default));
        var notice = Assert.Single(await http.PickUpAsync(Slug));
        var payload = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(notice.Envelope.Split('.')[1])).RootElement;
        Assert.Equal(sent.Id, payload.GetProperty("withdraws").GetString());
        Assert.Equal("200", await http.TellAsync(Slug, departments.Receipt(Slug, notice), where: "receipts").SaysAsync());
        // The receipt for what was taken back meanwhile is kept as evidence.
        Assert.Equal("200", await http.TellAsync(Slug, departments.Receipt(Slug, sent), where: "receipts").SaysAsync());

        var view = await desk.CaseAsync(filed.CaseNumber);
        Assert.Contains("withdrawal_received", view.Timeline.Select(line => line.Event));
        Assert.Equal((ApplicationStatus.Withdrawn, DeliveryStatus.Withdrawn), (view.Status, view.Deliveries[0].Status));
    }

    [Fact]
    public async Task What_is_quarantined_is_not_offered()
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync(Client);
        await desk.SubmitAsync(Requests.Complete("gd-si-003"));
        await desk.UseAsync<HubDbContext, int>(context => context.Set<Delivery>()
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Status, DeliveryStatus.Quarantined)));

        Assert.Empty(await http.PickUpAsync(Slug));
    }

    [Fact]
    public async Task Another_departments_deliveries_and_strangers_are_refused()
    {
        await using var desk = await OpenAsync();
        using var other = await desk.ListenAsync("department-gd-tax");
        using var resident = await desk.ListenAsync("r1");
        using var nobody = await desk.ListenAsync();
        using var unconnected = await desk.ListenAsync("department-gd-nowhere");
        using var http = await desk.ListenAsync(Client);
        await desk.SubmitAsync(Requests.Complete("gd-si-003"));
        var offered = Assert.Single(await http.PickUpAsync(Slug));

        Assert.Equal("403 CB5090", await other.GetAsync($"api/departments/{Slug}/deliveries", Stop).SaysAsync());
        Assert.Equal("403 CB5090", await other.TellAsync(Slug, departments.Receipt(Slug, offered), where: "receipts").SaysAsync());
        Assert.Equal("404 CB5091", await other.TellAsync("gd-tax", departments.Receipt("gd-tax", offered), where: "receipts").SaysAsync());
        Assert.Equal("403 CB5090", await http.GetAsync("api/departments/gd-nowhere/deliveries", Stop).SaysAsync());
        Assert.Equal("404 CB5089", await unconnected.GetAsync("api/departments/gd-nowhere/deliveries", Stop).SaysAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await resident.GetAsync($"api/departments/{Slug}/deliveries", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"api/departments/{Slug}/deliveries", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.TellAsync(Slug, departments.Receipt(Slug, offered), where: "receipts")).StatusCode);
    }

    [Fact]
    public async Task A_receipt_that_does_not_hold_is_none_and_says_why()
    {
        var clock = new Shifted();
        await using var desk = await OpenAsync(clock: clock);
        using var http = await desk.ListenAsync(Client);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        var offered = Assert.Single(await http.PickUpAsync(Slug));
        var good = departments.Receipt(Slug, offered);
        Task<string> SignAsync(string compact, string type = "application/jose") => http.TellAsync(Slug, compact, type, "receipts").SaysAsync();

        Assert.Equal("415 CB5086", await SignAsync(good, "application/json"));
        Assert.Equal("413 CB5087", await SignAsync(new string('a', 65537)));
        Assert.Equal("400 CB3001", await SignAsync("not a message"));
        Assert.Equal("400 CB3006", await SignAsync(departments.Event(Slug, offered.Id, 1, "accepted")));
        Assert.Equal("400 CB3004", await SignAsync($"{good.Split('.')[0]}.{departments.Receipt(Slug, offered, "rejected").Split('.')[1]}.{good.Split('.')[2]}"));
        Assert.Equal("404 CB5091", await SignAsync(departments.Receipt(Slug, offered with { Id = "no-such-delivery" })));
        Assert.Equal("403 CB3021", await SignAsync(departments.Receipt(Slug, offered, key: departments.KeyOf("gd-civil"))));
        Assert.StartsWith("4", await SignAsync(departments.Receipt(Slug, offered with { Envelope = offered.Envelope + "." })), StringComparison.Ordinal);
        var told = await desk.CaseAsync(filed.CaseNumber);
        Assert.Equal(DeliveryStatus.Queued, told.Deliveries[0].Status);
        Assert.Equal(["CB3021"], told.Timeline.Where(line => line.Event == "receipt_refused").Select(line => line.Reason).Take(1));
        Assert.Empty(await http.PickUpAsync(Slug));

        Assert.Equal("200", await SignAsync(good));
        Assert.Equal(ApplicationStatus.Accepted, (await desk.CaseAsync(filed.CaseNumber)).Status);
    }

    [Theory]
    [InlineData("0"), InlineData("101"), InlineData("-1"), InlineData("many")]
    public async Task So_many_at_once_are_refused_with_CB5092(string pageSize)
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync(Client);

        Assert.Equal("400 CB5092", await http.GetAsync($"api/departments/{Slug}/deliveries?pageSize={pageSize}", Stop).SaysAsync());
    }

    [Fact]
    public async Task A_department_that_picks_everything_up_is_never_pushed_to()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", more: services =>
            services.Configure<DepartmentsOptions>(options => options.Find(Slug)!.Channel = "pickup"));
        using var http = await desk.ListenAsync(Client);
        var fetched = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        var pushed = (await desk.SubmitAsync(Requests.Complete("gd-tx-001", "key-2"))).Value;
        await desk.UntilAsync(pushed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);

        var offered = Assert.Single(await http.PickUpAsync(Slug));

        Assert.Equal(fetched.Deliveries[0].Id, offered.Id);
        Assert.DoesNotContain(offered.Id, (await departments.ArrivalsAsync(Slug)).Keys);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_lies_with_a_broker_waits_and_its_receipt_is_judged_as_a_pushed_one(string database)
    {
        var clock = new Shifted();
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false, more: services => services
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)).Replace(ServiceDescriptor.Singleton<IDepartmentChannel>(new Broker())));
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        await desk.DeliverAsync();
        var sent = await desk.UseAsync<HubDbContext, Delivery>(context => context.Set<Delivery>().AsNoTracking().SingleAsync());
        Task<bool> ArriveAsync(string compact) => desk.UseAsync<IReceiptDesk, bool>(async receipts => { await receipts.TakeAsync(Slug, compact, Stop); return true; });

        Assert.Equal((DeliveryStatus.Queued, null, null), (sent.Status, sent.LeaseOwner, sent.LastFault));
        Assert.Equal(DeliveryStatus.Sent, (await desk.CaseAsync(filed.CaseNumber)).Deliveries[0].Status);
        Assert.Empty(await LeaseAsync(desk, clock));
        clock.By = TimeSpan.FromMinutes(6);
        Assert.Single(await LeaseAsync(desk, clock));
        // No receipt came in time: it is handed over anew.
        Assert.Equal(DeliveryStatus.Queued, (await desk.CaseAsync(filed.CaseNumber)).Deliveries[0].Status);

        var offered = new Offered(sent.Id, sent.Envelope!, default);
        await ArriveAsync("not a message");
        await ArriveAsync(departments.Receipt(Slug, offered, key: departments.KeyOf("gd-civil")));
        Assert.Equal(ApplicationStatus.Submitted, (await desk.CaseAsync(filed.CaseNumber)).Status);
        await ArriveAsync(departments.Receipt(Slug, offered));
        await ArriveAsync(departments.Receipt(Slug, offered, "rejected"));
        Assert.Equal(ApplicationStatus.Accepted, (await desk.CaseAsync(filed.CaseNumber)).Status);
    }

    [Theory]
    [InlineData("department-gd-hrss", "gd-hrss", true)]
    [InlineData("department-gd-hrss", "gd-tax", false)]
    [InlineData("gateway", "gd-tax", true)]
    [InlineData("gateway", "gd-hrss", false)]
    [InlineData("department-gd-civil", "gd-civil", false)]
    [InlineData("department-gd-civil", "gd-edu", true)]
    [InlineData(null, "gd-edu", false)]
    public void A_client_belongs_to_the_department_of_its_setting_or_else_of_its_name(string? client, string slug, bool belongs)
    {
        var clients = new DepartmentClients(Options.Create(new DepartmentClientsOptions
        {
            RelyingParties =
            [
                new() { ClientId = "department-gd-hrss" },
                new() { ClientId = "gateway", Department = "gd-tax" },
                new() { ClientId = "department-gd-civil", Department = "gd-edu" },
            ],
        }));

        Assert.Equal(belongs, clients.BelongsTo(client, slug));
    }

    [Fact]
    public void A_client_of_no_department_is_refused_at_start_with_CB1001()
    {
        var validator = new DepartmentClientsOptionsValidator(Options.Create(new DepartmentsOptions()));

        var result = validator.Validate(null, new() { RelyingParties = [new() { ClientId = "gateway", Department = "gd-nowhere" }] });

        Assert.StartsWith("CB1001", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private Task<ApplicationsDesk> OpenAsync(string database = "SQLite", TimeProvider? clock = null) =>
        ApplicationsDesk.OpenAsync(departments, database, worker: false, more: services =>
            services.Replace(ServiceDescriptor.Singleton(clock ?? TimeProvider.System)));

    private static Task<IReadOnlyList<Delivery>> LeaseAsync(ApplicationsDesk desk, TimeProvider clock) =>
        desk.UseAsync<IDeliveryQueue, IReadOnlyList<Delivery>>(queue =>
            queue.LeaseAsync(new(Slug, "worker", 8, clock.GetUtcNow(), clock.GetUtcNow().AddSeconds(60)), default));

    private sealed class Broker : IDepartmentChannel
    {
        public Task<Outcome<ChannelAnswer>> DeliverAsync(ChannelDelivery delivery, CancellationToken cancellationToken) =>
            Task.FromResult<Outcome<ChannelAnswer>>(new ChannelAnswer(null));
    }

    private sealed class Shifted : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + By;
    }
}
