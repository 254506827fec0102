using CrossBorder.Adapters.Notifications;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Proactive;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Testing.Mail;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CrossBorder.Federation.Tests.Proactive;

/// <summary>Offers from the switch to what is kept, on days of the test's choosing.</summary>
public sealed class OffersTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>, IAsyncDisposable
{
    private const string Card = "social-security-card";
    private const string Item = "gd-si-011";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 2, 10, 2, 0, 0, TimeSpan.Zero));
    private readonly RegistryAsked registry = new() { Held = { [Card] = [] } };
    private readonly SmtpSink sink = SmtpSink.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => sink.DisposeAsync();

    [Fact]
    public async Task Nothing_is_looked_at_before_it_is_turned_on_nor_what_was_not_named()
    {
        await using var desk = await OpenAsync("SQLite");

        // Another text was on the screen.
        Assert.False(await AgreeAsync(desk, "r1", "sha256:00", Card));
        Assert.Null(await OffersAsync(desk));
        await LookAsync(desk);
        await TurnOnAsync(desk, "r1");
        Assert.Empty((await OffersAsync(desk))!);

        Assert.Empty(registry.Asked);
        Assert.DoesNotContain(await AuditAsync(desk), entry => entry.Kind == PersonalDataRead.Kind);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_was_named_is_looked_at_once_a_day_and_each_look_is_written_down(string database)
    {
        await using var desk = await OpenAsync(database);
        await TurnOnAsync(desk, "r1", Card, "birth-medical-certificate");

        var offer = Assert.Single((await OffersAsync(desk))!);
        await OffersAsync(desk);
        await LookAsync(desk);
        Assert.Equal(Item, offer.Item.Code);
        var asked = Assert.Single(registry.Asked);
        Assert.Equal(["birth-medical-certificate", Card], asked.Kinds.Order(StringComparer.Ordinal));
        Assert.Contains(await AuditAsync(desk), entry => entry.Kind == PersonalDataRead.Kind && entry.Details.Contains(HubPortal.OffersId, StringComparison.Ordinal));

        clock.Advance(TimeSpan.FromDays(1));
        await LookAsync(desk);
        Assert.Equal(2, registry.Asked.Count);
        Assert.Equal(offer.Id, Assert.Single((await OffersAsync(desk))!).Id);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Turning_it_off_deletes_all_of_it_and_a_look_under_way_stores_nothing(string database)
    {
        await using var desk = await OpenAsync(database);
        await TurnOnAsync(desk, "r1", Card);
        Assert.Single((await OffersAsync(desk))!);

        await using var looking = desk.Services.CreateAsyncScope();
        var watch = (await looking.ServiceProvider.GetRequiredService<IProactiveStore>().FindAsync("resident-r1", Stop))!;
        await desk.UseAsync<IConsents, bool>(async consents =>
            (await consents.WithdrawAsync("resident-r1", null, (await consents.ListAsync("resident-r1", null, Stop))[0].Id, Stop)).Succeeded);

        Assert.False(await looking.ServiceProvider.GetRequiredService<LookForOffers>().LookAsync(watch, KeptFacts.Of(People.Applicant(), [Card]), Stop));
        Assert.Null(await OffersAsync(desk));
        Assert.Equal((0, 0), await RowsAsync(desk));
        Assert.Equal("CB5185", (await DismissAsync(desk, "any")).Error.Code);
        var asked = registry.Asked.Count;
        clock.Advance(TimeSpan.FromDays(2));
        await LookAsync(desk);
        Assert.Equal(asked, registry.Asked.Count);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_was_found_for_somebody_who_stays_away_is_deleted_and_found_anew_when_they_come(string database)
    {
        await using var desk = await OpenAsync(database);
        await TurnOnAsync(desk, "r1", Card);
        var before = Assert.Single((await OffersAsync(desk))!);
        Task SweepAsync() => desk.UseAsync<HubDbContext, int>(context => Federation.Storage.Stores.ProactiveRows.RemoveOfAwayAsync(context, clock.GetUtcNow().AddDays(-365), Stop));

        await SweepAsync();
        Assert.Equal((1, 1), await RowsAsync(desk));
        clock.Advance(TimeSpan.FromDays(366));
        await SweepAsync();

        Assert.Equal((1, 0), await RowsAsync(desk));
        Assert.NotEqual(before.Id, Assert.Single((await OffersAsync(desk))!).Id);
    }

    [Fact]
    public async Task What_was_dismissed_stays_away_until_the_facts_are_others_or_a_year_is_over()
    {
        await using var desk = await OpenAsync("SQLite");
        registry.Held["mainland-driving-licence"] = new() { ["valid_until"] = "2026-03-10" };
        await TurnOnAsync(desk, "r1", Card, "mainland-driving-licence");
        foreach (var offer in (await OffersAsync(desk))!)
            Assert.True((await DismissAsync(desk, offer.Id)).Succeeded);
        Assert.Empty((await OffersAsync(desk))!);

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await OffersAsync(desk))!);
        registry.Held["mainland-driving-licence"]["valid_until"] = "2026-03-20";
        clock.Advance(TimeSpan.FromDays(1));
        var renewed = Assert.Single((await OffersAsync(desk))!);
        Assert.Equal(("gd-tr-002", new DateOnly(2026, 3, 20)), (renewed.Item.Code, renewed.Until));

        clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal([Item, "gd-tr-007"], (await OffersAsync(desk))!.Select(offer => offer.Item.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_filed_is_offered_no_more_and_what_was_taken_back_not_for_a_year()
    {
        await using var desk = await OpenAsync("SQLite");
        await TurnOnAsync(desk, "r1", Card);
        Assert.Single((await OffersAsync(desk))!);

        var filed = await desk.SubmitAsync(Requests.Complete(Item));
        Assert.True(filed.Succeeded, filed.ToString());
        Assert.Empty((await OffersAsync(desk))!);
        await desk.UseAsync<CrossBorder.Federation.Applications.Status.ICases, bool>(async cases =>
            (await cases.WithdrawAsync("resident-r1", filed.Value.CaseNumber, Stop)).Succeeded);
        clock.Advance(TimeSpan.FromDays(300));
        Assert.Empty((await OffersAsync(desk))!);
        clock.Advance(TimeSpan.FromDays(70));
        Assert.Single((await OffersAsync(desk))!);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task One_for_whom_it_breaks_keeps_nobody_behind_them_waiting(string database)
    {
        await using var desk = await OpenAsync(database);
        foreach (var login in (string[])["r1", "r2", "r6"])
            await TurnOnAsync(desk, login, Card);
        // Facts that cannot be read any more, as after a defect; and its turn is first.
        await desk.UseAsync<HubDbContext, int>(async context =>
        {
            var broken = await context.Set<ProactiveWatch>().FirstAsync(row => row.ResidentId == "resident-r1", Stop);
            (broken.Facts, broken.LooksAt) = ("{}", clock.GetUtcNow().AddHours(-1));
            return await context.SaveChangesAsync(Stop);
        });

        await LookAsync(desk);

        Assert.Equal(["resident-r2", "resident-r6"], await desk.UseAsync<HubDbContext, List<string>>(
            context => context.Set<ProactiveOffer>().Select(offer => offer.ResidentId).Order().ToListAsync(Stop)));
        Assert.Equal(clock.GetUtcNow().AddDays(1), await desk.UseAsync<HubDbContext, DateTimeOffset>(
            context => context.Set<ProactiveWatch>().Where(row => row.ResidentId == "resident-r1").Select(row => row.LooksAt).FirstAsync(Stop)));
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_takes_nothing_away_and_is_asked_again_within_the_hour()
    {
        await using var desk = await OpenAsync("SQLite");
        await TurnOnAsync(desk, "r1", Card);
        Assert.Single((await OffersAsync(desk))!);

        registry.Silent = true;
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Single((await OffersAsync(desk))!);
        (registry.Silent, _) = (false, registry.Held.Remove(Card));
        Assert.Single((await OffersAsync(desk))!);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty((await OffersAsync(desk))!);
    }

    [Fact]
    public async Task A_letter_says_once_that_something_was_found_and_not_what()
    {
        await using var desk = await OpenAsync("SQLite");
        await desk.UseAsync<IContacts, bool>(contacts => contacts.SaveAsync(
            new ResidentContact { ResidentId = "resident-r1", Address = "taiman@example.test", Language = "en", ConfirmedAt = clock.GetUtcNow() }, "contact.confirmed", Stop));
        await TurnOnAsync(desk, "r1", Card);
        sink.RefusesWith = "451 later";
        await LookAsync(desk);
        sink.RefusesWith = null;
        Assert.Empty(sink.Messages);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            clock.Advance(TimeSpan.FromDays(1));
            await LookAsync(desk);
        }

        var letter = Assert.Single(sink.Messages);
        Assert.Contains("/offers", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("CHAN|social security|gd-si", letter.Text);
    }

    private Task<ApplicationsDesk> OpenAsync(string database) => ApplicationsDesk.OpenAsync(departments, database, worker: false, more: services =>
    {
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ILicenceSource>(registry);
        services.AddContacts();
        services.AddProactive();
        services.AddSingleton<Recipients>();
        services.AddScoped<IConsents, ConsentStore>();
        services.RemoveAll<IValidateOptions<ResidentMailOptions>>();
        services.Configure<ResidentMailOptions>(options =>
        {
            (options.Email.Server, options.Email.Port) = ("127.0.0.1", sink.Port);
            (options.Email.Tls, options.Email.Sender) = (false, "hub@hub.test");
        });
    });

    private static async Task TurnOnAsync(ApplicationsDesk desk, string login, params string[] licences) =>
        Assert.True(await AgreeAsync(desk, login, null, licences));

    /// <param name="desk">Where.</param>
    /// <param name="login">Who agrees.</param>
    /// <param name="seen">Digest of the text that was on the screen; null for the right one.</param>
    /// <param name="licences">What may be looked up.</param>
    private static Task<bool> AgreeAsync(ApplicationsDesk desk, string login, string? seen, params string[] licences) =>
        desk.UseAsync<ProactiveChoice, bool>(choice =>
        {
            var sources = new ProactiveSources(licences, false);
            return choice.AgreeAsync(People.Applicant(login), sources, "en", seen ?? choice.NoticeOf(sources, "en").Digest, Stop);
        });

    private static Task<IReadOnlyList<OfferView>?> OffersAsync(ApplicationsDesk desk) =>
        desk.UseAsync<ResidentOffers, IReadOnlyList<OfferView>?>(offers => offers.OpenAsync(People.Applicant(), app: false, Stop));

    private static Task<Outcome<bool>> DismissAsync(ApplicationsDesk desk, string id) =>
        desk.UseAsync<ResidentOffers, Outcome<bool>>(offers => offers.DismissAsync("resident-r1", id, app: false, Stop));

    private static Task LookAsync(ApplicationsDesk desk) => desk.Services.GetRequiredService<OffersWorker>().LookAsync(Stop);

    private static Task<(int Watches, int Offers)> RowsAsync(ApplicationsDesk desk) => desk.UseAsync<HubDbContext, (int, int)>(async context =>
        (await context.Set<ProactiveWatch>().CountAsync(Stop), await context.Set<ProactiveOffer>().CountAsync(Stop)));

    private static Task<List<AuditEntry>> AuditAsync(ApplicationsDesk desk) =>
        desk.UseAsync<HubDbContext, List<AuditEntry>>(context => context.AuditEntries.AsNoTracking().ToListAsync(Stop));
}
