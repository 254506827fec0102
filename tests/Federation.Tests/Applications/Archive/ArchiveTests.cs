using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Archive;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Evidence;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Applications.Archive;

/// <summary>What is finished and old makes room, and everybody who may read it reads it as before.</summary>
public sealed class ArchiveTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_finished_case_that_rested_for_a_year_lies_in_the_archive_and_is_read_as_before(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database);
        var finished = await FileAsync(desk, "finished", ApplicationStatus.Completed);
        var open = await FileAsync(desk, "open", ApplicationStatus.Accepted);
        var (before, list) = (await desk.CaseAsync(finished), await ListAsync(desk));

        Assert.Equal(0, await ArchiveAsync(desk, Year - TimeSpan.FromDays(1)));
        Assert.Equal(1, await ArchiveAsync(desk, Year + TimeSpan.FromDays(1)));

        Assert.Equivalent(before, await desk.CaseAsync(finished), strict: true);
        Assert.Equal(list, await ListAsync(desk));
        Assert.Contains(before.Deliveries[0].Receipt!, await EvidenceAsync(desk, finished), StringComparison.Ordinal);
        Assert.Equal(finished, (await desk.UseAsync<IApplicationStore, Application?>(store => store.FindAnyAsync(finished, Stop)))!.CaseNumber);
        Assert.Equal("CB5040", (await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.FindAsync("resident-r2", finished, Stop))).Error.Code);
        Assert.Equal(
            [open], await desk.UseAsync<HubDbContext, List<string>>(context => context.Set<Application>().Select(row => row.CaseNumber).ToListAsync(Stop)));
        Assert.Equal(1, await desk.UseAsync<HubDbContext, int>(context => context.Set<Receipt>().CountAsync(Stop)));
        Assert.Equal(1, await desk.UseAsync<HubDbContext, int>(context => context.AuditEntries.CountAsync(entry => entry.Kind == "cases.archived", Stop)));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task The_same_request_still_gets_the_same_case(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database);
        var finished = await FileAsync(desk, "again", ApplicationStatus.Withdrawn);
        Assert.Equal(1, await ArchiveAsync(desk, Year + TimeSpan.FromDays(1)));

        var again = (await desk.SubmitAsync(Requests.Complete("gd-si-003", "again"))).Value;

        Assert.Equal((finished, ApplicationStatus.Submitted), (again.CaseNumber, again.Status));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_waits_for_a_department_stays(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003", "waits"))).Value;
        await SetAsync(desk, filed.CaseNumber, ApplicationStatus.Withdrawn);

        Assert.Equal(0, await ArchiveAsync(desk, Year + TimeSpan.FromDays(1)));
    }

    [Theory]
    [InlineData(0, true), InlineData(30, true), InlineData(29, false), InlineData(-1, false)]
    public void A_time_too_short_is_CB1001(int days, bool taken)
    {
        var options = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ArchiveAfterDays"] = $"{days}" })
            .Build().Get<ArchiveOptions>()!;

        var validated = new ArchiveOptionsValidator().Validate(null, options);

        Assert.Equal(taken, validated.Succeeded);
        if (!taken)
            Assert.StartsWith("CB1001", Assert.Single(validated.Failures!), StringComparison.Ordinal);
    }

    private static async Task<string> FileAsync(ApplicationsDesk desk, string key, ApplicationStatus status)
    {
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003", key))).Value;
        await desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);
        await SetAsync(desk, filed.CaseNumber, status);
        return filed.CaseNumber;
    }

    private static Task<int> SetAsync(ApplicationsDesk desk, string caseNumber, ApplicationStatus status) =>
        desk.UseAsync<HubDbContext, int>(context => context.Set<Application>().Where(row => row.CaseNumber == caseNumber)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Status, status), Stop));

    /// <summary>As the worker does it that long from now.</summary>
    private static Task<int> ArchiveAsync(ApplicationsDesk desk, TimeSpan later)
    {
        var now = TimeProvider.System.GetUtcNow() + later;
        return desk.UseAsync<ICaseArchive, int>(archive => archive.TakeAsync(now - Year, 100, now, Stop));
    }

    private static async Task<string> EvidenceAsync(ApplicationsDesk desk, string caseNumber)
    {
        var application = await desk.UseAsync<IApplicationStore, Application?>(store => store.FindAsync("resident-r1", caseNumber, Stop));
        return desk.Services.GetRequiredService<EvidenceExport>().Export(application!).Value;
    }

    private static async Task<List<string>> ListAsync(ApplicationsDesk desk) =>
        [.. (await desk.UseAsync<ICases, IReadOnlyList<CaseView>>(cases => cases.ListAsync("resident-r1", Stop))).Select(view => view.CaseNumber)];
}
