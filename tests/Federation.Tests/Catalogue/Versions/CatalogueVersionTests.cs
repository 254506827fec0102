using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CrossBorder.Federation.Tests.Catalogue.Versions;

/// <summary>How a version comes in, comes into force, and what it is not allowed to do.</summary>
public sealed class CatalogueVersionTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_new_database_begins_with_the_shipped_catalogue_and_two_officers_replace_it(string database)
    {
        await using var desk = await OpenAsync(database);
        await desk.BeginAsync();
        await desk.BeginAsync();
        var first = Assert.Single(await desk.HeadsAsync());

        var imported = await desk.ImportAsync(Edited.Catalogue("2027-01", catalogue => catalogue.Rename("gd-si-001", "Something else")));
        await desk.LookAsync();
        var whileDraft = desk.Offered().Version;
        var alone = await desk.PublishAsync("2027-01", "operator");
        var published = await desk.PublishAsync("2027-01");
        await desk.LookAsync();

        Assert.Equal((CatalogueVersionState.Published, CatalogueVersion.Hub, Shipped.Catalogue.Version), (first.State, first.PublishedBy, first.Version));
        Assert.Equal(CatalogueVersionState.Draft, imported.Value.State);
        Assert.Equal(Shipped.Catalogue.Version, whileDraft);
        Assert.Equal("CB5163", alone.Error.Code);
        Assert.Equal((CatalogueVersionState.Published, "operator", "officer-a"), (published.Value.State, published.Value.ImportedBy, published.Value.PublishedBy));
        Assert.Equal("Something else", desk.Offered().Find("gd-si-001").Value.Name.En);
        Assert.Equal("CB5162", (await desk.PublishAsync("2027-01", "officer-b")).Error.Code);
        Assert.Equal("CB5162", (await desk.WithdrawAsync("2027-01")).Error.Code);
        var audited = await desk.UseAsync<HubDbContext, List<string>>(context => context.AuditEntries.OrderBy(entry => entry.Id)
            .Where(entry => entry.Kind.StartsWith("catalogue.")).Select(entry => entry.Kind + " " + entry.ActorKind + " " + entry.SubjectReference).ToListAsync(Stop));
        Assert.Equal([$"catalogue.published hub {Shipped.Catalogue.Version}", "catalogue.imported officer 2027-01", "catalogue.published officer 2027-01"], audited);
    }

    [Fact]
    public async Task What_ships_newer_than_what_is_published_waits_as_a_draft()
    {
        await using var desk = await OpenAsync("SQLite");
        await desk.UseAsync<ICatalogueVersionStore, bool>(async store =>
        {
            var older = Edited.Catalogue("2025-01");
            store.Add(CatalogueVersion.First(CatalogueReader.Read(older).Value, older, TimeProvider.System.GetUtcNow()));
            return (await store.SaveAsync(Stop)).Succeeded;
        });

        await desk.BeginAsync();

        Assert.Equal("2025-01", desk.Offered().Version);
        var waiting = Assert.Single(await desk.HeadsAsync(), head => head.Version == Shipped.Catalogue.Version);
        Assert.Equal((CatalogueVersionState.Draft, CatalogueVersion.Hub), (waiting.State, waiting.ImportedBy));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_with_CB5160_and_one_that_is_unknown_with_CB5161()
    {
        await using var desk = await OpenAsync("SQLite");
        await desk.BeginAsync();

        Assert.Equal("CB5160", (await desk.ImportAsync(Edited.Catalogue(Shipped.Catalogue.Version))).Error.Code);
        Assert.Equal("CB5161", (await desk.PublishAsync("never")).Error.Code);
        Assert.Equal("CB5161", (await desk.PreviewAsync("never")).Error.Code);
    }

    [Fact]
    public async Task A_draft_that_does_not_hold_is_refused_with_CB5165_for_each_thing_that_is_wrong()
    {
        await using var desk = await OpenAsync("SQLite");

        var refused = await desk.ImportAsync(Edited.Catalogue("2027-01", catalogue =>
        {
            catalogue.Item("gd-si-001")["department"] = "nowhere";
            catalogue.Item("gd-si-002")["region"] = "";
        }));

        Assert.All(refused.Errors, error => Assert.Equal("CB5165", error.Code));
        Assert.Equal(2, refused.Errors.Count);
        Assert.Contains("gd-si-001", refused.Errors[0].Detail, StringComparison.Ordinal);
        Assert.Equal("CB5165", (await desk.ImportAsync(new byte[OfficerCatalogue.LargestFile + 1])).Error.Code);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Of_two_officers_at_once_one_is_told_CB5164(string database)
    {
        await using var desk = await OpenAsync(database);
        await desk.ImportAsync(Edited.Catalogue("2027-01"));
        await using var one = desk.Services.CreateAsyncScope();
        await using var other = desk.Services.CreateAsyncScope();
        var (first, second) = (one.ServiceProvider.GetRequiredService<ICatalogueVersionStore>(), other.ServiceProvider.GetRequiredService<ICatalogueVersionStore>());
        var (row, same) = ((await first.FindAsync("2027-01", Stop))!, (await second.FindAsync("2027-01", Stop))!);
        var now = TimeProvider.System.GetUtcNow();

        Assert.True(row.Publish("officer-a", now).Succeeded && same.Withdraw("operator", now).Succeeded);

        Assert.True((await first.SaveAsync(Stop)).Succeeded);
        Assert.Equal("CB5164", (await second.SaveAsync(Stop)).Error.Code);
        Assert.Equal(CatalogueVersionState.Published, Assert.Single(await desk.HeadsAsync()).State);
    }

    [Fact]
    public async Task A_version_counts_from_its_own_moment_and_until_then_it_can_be_withdrawn()
    {
        var clock = new FakeTimeProvider(new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        await using var desk = await OpenAsync("SQLite", clock);
        await desk.BeginAsync();
        foreach (var (version, days) in new[] { ("later", 10), ("latest", 20), ("never", 15) })
        {
            await desk.ImportAsync(Edited.Catalogue(version, effectiveFrom: clock.GetUtcNow().AddDays(days)));
            Assert.True((await desk.PublishAsync(version)).Succeeded);
        }

        Assert.Equal(CatalogueVersionState.Withdrawn, (await desk.WithdrawAsync("never")).Value.State);
        await desk.LookAsync();

        Assert.Equal("later", (await desk.PreviewAsync("latest")).Value.ComparedWith);
        Assert.Equal(Shipped.Catalogue.Version, desk.Offered().Version);
        clock.Advance(TimeSpan.FromDays(10) - TimeSpan.FromTicks(1));
        Assert.Equal(Shipped.Catalogue.Version, desk.Offered().Version);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("later", desk.Offered().Version);
        clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal("later", desk.Offered().Version);
        clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal("latest", desk.Offered().Version);
        Assert.Equal("CB5162", (await desk.WithdrawAsync("later")).Error.Code);
    }

    [Fact]
    public async Task A_date_that_has_passed_means_from_now_on_and_never_backwards()
    {
        var clock = new FakeTimeProvider(new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        await using var desk = await OpenAsync("SQLite", clock);
        await desk.ImportAsync(Edited.Catalogue("old", effectiveFrom: clock.GetUtcNow().AddYears(-1)));

        Assert.Equal(clock.GetUtcNow(), (await desk.PublishAsync("old")).Value.EffectiveFrom);
    }

    [Fact]
    public async Task A_hub_that_cannot_read_what_is_published_does_not_start_and_one_that_runs_stays_with_what_it_has()
    {
        await using var desk = await OpenAsync("SQLite");
        await desk.BeginAsync();
        var named = CatalogueReader.Read(Edited.Catalogue("2027-01")).Value;
        await desk.UseAsync<ICatalogueVersionStore, bool>(async store =>
        {
            store.Add(CatalogueVersion.First(named, [.. "{}"u8], TimeProvider.System.GetUtcNow()));
            return (await store.SaveAsync(Stop)).Succeeded;
        });

        await desk.LookAsync();
        var running = desk.Offered().Version;
        var connection = await desk.UseAsync<HubDbContext, string>(context => Task.FromResult(context.Database.GetConnectionString()!));
        await using var restarted = await OpenAsync(connection);

        Assert.Equal(Shipped.Catalogue.Version, running);
        Assert.Contains("CB1003", (await Assert.ThrowsAsync<StartRefusedException>(restarted.BeginAsync)).Message, StringComparison.Ordinal);
    }

    private Task<ApplicationsDesk> OpenAsync(string database, TimeProvider? clock = null) => ApplicationsDesk.OpenAsync(
        departments, database, worker: false, more: clock is null ? null : services => services.AddSingleton(clock));
}
