using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Applications.Supplements;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications.Clock;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Evidence;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CrossBorder.Federation.Tests.Applications.Supplements;

/// <summary>Materials that come after the application, from the resident to the department, on both databases.</summary>
public sealed class SupplementTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Item = "gd-hf-003";
    private const string Material = "lease-contract";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_is_handed_in_later_reaches_the_department_signed_and_is_provable_offline(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete(Item))).Value;
        await desk.DeliverAsync();
        Assert.Equal([Material], (await desk.CaseAsync(filed.CaseNumber)).Awaited);
        var upload = await UploadAsync(desk, Material);

        var handed = (await HandInAsync(desk, filed.CaseNumber, upload)).Value;
        var again = (await HandInAsync(desk, filed.CaseNumber, upload)).Value;
        await desk.DeliverAsync();

        Assert.NotNull(Assert.Single(handed.Deferred).HandedIn);
        Assert.Empty(handed.Awaited);
        Assert.Equal(handed.Timeline.Count, again.Timeline.Count);
        var view = await desk.CaseAsync(filed.CaseNumber);
        Assert.Contains(view.Timeline, line => line is { Event: CaseEvents.Supplemented, Reason: Material });
        Assert.Contains(view.Timeline, line => line is { Event: CaseEvents.SupplementReceived, Hop: "sz-hpf" });
        Assert.Equal(ApplicationStatus.Accepted, view.Status);
        var supplement = await desk.UseAsync<HubDbContext, Delivery>(context => context.Set<Delivery>().AsNoTracking().SingleAsync(row => row.Kind == DeliveryKind.Supplement, Stop));
        Assert.Equal((filed.Deliveries[0].Id, DeliveryStatus.Accepted), (supplement.Supplements, supplement.Status));
        Assert.Contains(supplement.Id, await Read(departments, "sz-hpf"), StringComparison.Ordinal);
        var read = await desk.UseAsync<IMaterialStore, byte[]>(async store =>
            await (await store.ReadDeliveredAsync("sz-hpf", supplement.Id, upload.Id, Stop))!.Content.AllAsync());
        Assert.Equal(Pdf, read);

        var package = (await desk.UseAsync<ICases, Outcome<string>>(cases => cases.EvidenceAsync("resident-r1", filed.CaseNumber, Stop))).Value;
        var report = EvidenceVerifier.Verify(package);
        // Nobody signed in here: the assertion alone is none.
        Assert.All(report.Failures, failure => Assert.Equal("/assertion", failure.Pointer));
        Assert.Contains(report.Proved, sentence => sentence.Contains($"envelope {supplement.Id}", StringComparison.Ordinal));
        Assert.Contains(report.Proved, sentence => sentence.Contains("in place of 'bank-account-proof'", StringComparison.Ordinal));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_nobody_waits_for_is_refused_with_CB5141_and_a_closed_case_with_CB5142(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete(Item))).Value;
        var photo = await UploadAsync(desk, "photo");
        var foreign = await UploadAsync(desk, Material, "resident-r2");
        var lease = await UploadAsync(desk, Material);

        var refused = await HandInAsync(desk, filed.CaseNumber, photo, foreign);
        Assert.Equal([("CB5141", "/materials/0/slug"), ("CB5015", "/materials/1/id")], refused.Errors.Select(error => (error.Code, error.Pointer!)));
        Assert.Equal("CB5040", (await HandInAsync(desk, "CB-20260101-AAAAAAAA", lease)).Error.Code);
        await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", filed.CaseNumber, Stop));
        Assert.Equal("CB5142", (await HandInAsync(desk, filed.CaseNumber, lease)).Error.Code);
        Assert.Equal(0, await SupplementsAsync(desk));
    }

    [Fact]
    public async Task A_department_that_asks_for_more_gets_it_even_in_place_of_a_commitment()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete(Item))).Value;
        var delivery = filed.Deliveries[0].Id;
        await desk.DeliverAsync();
        var proof = await UploadAsync(desk, "bank-account-proof");
        Assert.Equal("CB5141", (await HandInAsync(desk, filed.CaseNumber, proof)).Error.Code);

        await desk.TellAsync("sz-hpf", delivery, 1, DepartmentEventStatus.ActionNeeded, reason: "請補交銀行帳戶證明");
        Assert.True((await HandInAsync(desk, filed.CaseNumber, proof)).Succeeded);
        await desk.DeliverAsync();

        Assert.Contains((await desk.CaseAsync(filed.CaseNumber)).Timeline, line => line.Event == CaseEvents.SupplementReceived);
    }

    [Fact]
    public async Task In_a_bundle_every_department_that_left_it_for_later_gets_it()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete("school-enrolment"))).Value;

        var handed = (await HandInAsync(desk, filed.CaseNumber, await UploadAsync(desk, "hk-birth-certificate"))).Value;

        Assert.NotNull(handed.Deferred.Single(material => material.Slug == "hk-birth-certificate").HandedIn);
        Assert.Null(handed.Deferred.Single(material => material.Slug == "school-record").HandedIn);
        var receivers = await desk.UseAsync<HubDbContext, List<string>>(context => context.Set<Delivery>()
            .Where(row => row.Kind == DeliveryKind.Supplement).Select(row => row.Department).Order().ToListAsync(Stop));
        Assert.Equal(["gz-edu", "sz-edu"], receivers);
    }

    [Fact]
    public async Task What_belongs_to_an_application_that_waits_its_turn_goes_out_behind_it()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var materials = new List<MaterialReference>();
        foreach (var slug in new[] { "hk-entity-notarisation", "articles", "authorisation-letter", "seal-specimen" })
            materials.Add(await UploadAsync(desk, slug));
        var filed = (await desk.SubmitAsync(Requests.Complete("enterprise-startup") with { Materials = materials })).Value;
        Assert.True((await HandInAsync(desk, filed.CaseNumber, await UploadAsync(desk, "employment-contract"))).Succeeded);
        Task<Delivery> SupplementAsync() => desk.UseAsync<HubDbContext, Delivery>(
            context => context.Set<Delivery>().AsNoTracking().SingleAsync(row => row.Kind == DeliveryKind.Supplement, Stop));
        Assert.Equal(DeliveryStatus.Waiting, (await SupplementAsync()).Status);

        // The register, the licence, and then the department of social insurance.
        for (var round = 0; round < 4; round++)
            await desk.DeliverAsync();

        var (application, supplement) = (await desk.CaseAsync(filed.CaseNumber), await SupplementAsync());
        Assert.Equal(ApplicationStatus.Accepted, application.Status);
        Assert.Equal(DeliveryStatus.Accepted, supplement.Status);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task The_resident_is_reminded_and_the_department_told_once_it_is_overdue(string database)
    {
        // Tuesday 10 February 2026: fifteen working days end on 9 March, for Spring Festival lies between.
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 2, 10, 2, 0, 0, TimeSpan.Zero));
        await using var desk = await ClockDesk.OpenAsync(departments, database, clock);
        var filed = (await desk.SubmitAsync(Requests.Complete(Item))).Value;
        var due = Assert.Single(filed.Deferred).Due;
        Assert.Equal(new DateOnly(2026, 3, 9), due);

        foreach (var day in new[] { 1, 2, 2, 6, 8, 9, 10, 12 })
        {
            clock.SetUtcNow(new DateTimeOffset(2026, 3, day, 2, 0, 0, TimeSpan.Zero).AddHours(clock.GetUtcNow().Day == day ? 1 : 0));
            await desk.Services.GetRequiredService<DeferralWorker>().LookAsync(Stop);
        }

        var view = await desk.CaseAsync(filed.CaseNumber);
        Assert.Equal(
            ["03-02 deferral_reminder", "03-06 deferral_reminder", "03-08 deferral_reminder", "03-09 deferral_reminder", "03-10 deferral_overdue"],
            view.Timeline.Where(line => line.Event.StartsWith("deferral", StringComparison.Ordinal)).Select(line => $"{line.At:MM-dd} {line.Event}"));
        Assert.All(view.Timeline.Where(line => line.Event == CaseEvents.DeferralReminder), line => Assert.Equal("lease-contract 2026-03-09", line.Reason));
        var told = await desk.UseAsync<HubDbContext, Delivery>(context => context.Set<Delivery>().SingleAsync(row => row.Kind == DeliveryKind.Supplement, Stop));
        Assert.Equal("lease-contract", JsonDocument.Parse(told.Payload).RootElement.GetProperty("overdue")[0].GetString());
        // What is late is still taken, and the operator sees that it is missing until it comes or the case is over.
        Assert.Equal([Material], view.Awaited);
        Task<IReadOnlyList<OverdueMaterial>> MissingAsync(int day) => desk.UseAsync<ISupplements, IReadOnlyList<OverdueMaterial>>(
            supplements => supplements.OverdueAsync(new DateOnly(2026, 3, day), 10, Stop));
        Assert.Equal([new OverdueMaterial(filed.CaseNumber, Material, Item, due)], await MissingAsync(10));
        Assert.Empty(await MissingAsync(9));
        await desk.UseAsync<ICases, bool>(async cases => (await cases.WithdrawAsync("resident-r1", filed.CaseNumber, Stop)).Succeeded);
        Assert.Empty(await MissingAsync(10));
    }

    [Fact]
    public async Task One_that_breaks_keeps_none_behind_it_waiting()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 2, 10, 2, 0, 0, TimeSpan.Zero));
        await using var desk = await ClockDesk.OpenAsync(departments, "SQLite", clock);
        var filed = new List<string>();
        foreach (var key in (string[])["key-1", "key-2", "key-3"])
            filed.Add((await desk.SubmitAsync(Requests.Complete(Item, key))).Value.CaseNumber);
        // As after a defect of the disk: what was filed cannot be read, and it is the first of them.
        await desk.UseAsync<HubDbContext, int>(context => context.Database.ExecuteSqlAsync(
            $"UPDATE \"Applications\" SET \"Content\" = x'00' WHERE \"CaseNumber\" = {filed[0]}", Stop));
        await desk.UseAsync<HubDbContext, int>(context => context.Set<DeferredMaterial>()
            .Where(row => context.Set<Application>().Any(application => application.Id == row.ApplicationId && application.CaseNumber == filed[0]))
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.LooksOn, new DateOnly(2026, 2, 1)), Stop));

        clock.SetUtcNow(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
        await desk.Services.GetRequiredService<DeferralWorker>().LookAsync(Stop);

        foreach (var number in filed.Skip(1))
            Assert.Single((await desk.CaseAsync(number)).Timeline, line => line.Event == CaseEvents.DeferralReminder);
    }

    [Fact]
    public async Task The_interface_tells_of_deferrals_and_takes_what_comes_later()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        using var http = await desk.ListenAsync("r1");
        var request = Requests.Complete(Item);
        http.DefaultRequestHeaders.Add("Idempotency-Key", "supplement-1");
        using var filed = await http.PostAsJsonAsync(
            "api/applications", new { request.Item, request.Form, request.Commitments, request.Deferred }, JsonSerializerOptions.Web, Stop);
        var body = (await filed.Content.ReadFromJsonAsync<JsonElement>(Stop))!;
        var number = body.GetProperty("caseNumber").GetString();
        var deferred = body.GetProperty("deferred")[0];
        Assert.Equal(Material, deferred.GetProperty("slug").GetString());
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", deferred.GetProperty("due").GetString());
        Assert.Equal(JsonValueKind.Null, deferred.GetProperty("handedIn").ValueKind);
        var upload = await UploadAsync(desk, Material);

        Assert.Equal("400 CB5019", await http.PostAsJsonAsync($"api/applications/{number}/materials", new { materials = Array.Empty<object>() }, Stop).SaysAsync());
        Assert.Equal("400 CB5019", await http.PostAsJsonAsync($"api/applications/{number}/materials", new { other = 1 }, Stop).SaysAsync());
        Assert.Equal("202", await http.PostAsJsonAsync(
            $"api/applications/{number}/materials", new { materials = new[] { new { slug = Material, id = upload.Id } } }, Stop).SaysAsync());
        var shown = await http.GetFromJsonAsync<JsonElement>($"api/applications/{number}", Stop);
        Assert.Equal(JsonValueKind.String, shown.GetProperty("deferred")[0].GetProperty("handedIn").ValueKind);
    }

    private static byte[] Pdf { get; } = [.. "%PDF-1.7"u8];

    private static async Task<MaterialReference> UploadAsync(ApplicationsDesk desk, string slug, string resident = "resident-r1") => new(
        slug,
        (await desk.UseAsync<IUploadMaterial, Outcome<UploadedMaterial>>(upload => upload.UploadAsync(resident, slug, new MemoryStream(Pdf), Stop))).Value.Id);

    private static Task<Outcome<CaseView>> HandInAsync(ApplicationsDesk desk, string number, params MaterialReference[] materials) =>
        desk.UseAsync<HandInMaterials, Outcome<CaseView>>(handIn => handIn.HandInAsync("resident-r1", number, materials, Stop));

    private static Task<int> SupplementsAsync(ApplicationsDesk desk) =>
        desk.UseAsync<HubDbContext, int>(context => context.Set<Delivery>().CountAsync(row => row.Kind == DeliveryKind.Supplement, Stop));

    private static async Task<string> Read(DepartmentsRunning departments, string slug)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(departments.Ports.DepartmentsAddress, $"departments/{slug}/log"), Stop);
    }
}
