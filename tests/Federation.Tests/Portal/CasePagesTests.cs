using System.Net;
using System.Text.Json;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Federation.Tests.Applications;

namespace CrossBorder.Federation.Tests.Portal;

/// <summary>A resident's own cases: where they stand, what proves it, and taking one back.</summary>
public sealed class CasePagesTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    [Fact]
    public async Task Cases_are_for_who_is_signed_in_at_any_level()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var nobody = await portal.VisitAsync();
        using var low = await portal.VisitAsync("r4");

        var (_, location) = await nobody.GoAsync("/cases");
        var empty = await low.SeeAsync("/cases");

        Assert.StartsWith("/journey?", location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("You have no applications yet", empty.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_shows_who_signed_for_it_and_gives_the_evidence()
    {
        await using var portal = await PortalDesk.OpenAsync(departments, worker: true);
        using var visitor = await portal.VisitAsync("r1");
        var number = await FileAsync(portal);
        var accepted = await portal.Desk.UntilAsync(number, view => view.Status == ApplicationStatus.Accepted);

        var list = await visitor.SeeAsync("/cases");
        var page = await visitor.SeeAsync($"/cases/{number}");
        var evidence = await visitor.SeeAsync($"/cases/{number}?handler=Evidence");

        Assert.Contains(number, list.Text, StringComparison.Ordinal);
        Assert.Contains("Accepted by the department", page.Text, StringComparison.Ordinal);
        Assert.Contains("The department signed for it on", page.Text, StringComparison.Ordinal);
        Assert.Contains(accepted.Deliveries[0].Reference!, page.Text, StringComparison.Ordinal);
        Assert.Contains("You submitted the application", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, evidence.Status);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(evidence.Html).RootElement.ValueKind);
    }

    [Fact]
    public async Task Evidence_that_is_not_there_yet_is_409_with_CB5042()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var number = await FileAsync(portal);

        var page = await visitor.SeeAsync($"/cases/{number}");
        var evidence = await visitor.SeeAsync($"/cases/{number}?handler=Evidence");

        Assert.DoesNotContain("handler=Evidence", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, evidence.Status);
        Assert.Contains("CB5042", evidence.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "The department is closed for maintenance until")]
    [InlineData("zh-Hant", "部門系統正在維護")]
    [InlineData("zh-Hans", "部门系统正在维护")]
    public async Task A_case_that_waits_for_a_department_in_maintenance_says_until_when(string language, string words)
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1", language);
        var number = await FileAsync(portal);
        var now = TimeProvider.System.GetUtcNow();
        var before = await visitor.SeeAsync($"/cases/{number}");

        await portal.Desk.UseAsync<Maintenance, bool>(async maintenance => (await maintenance.AnnounceAsync(
            new("gd-hrss", now.AddMinutes(-1), now.AddHours(3), "Not for residents."), "operator", TestContext.Current.CancellationToken)).Succeeded);
        var page = await visitor.SeeAsync($"/cases/{number}");

        Assert.DoesNotContain(words, before.Text, StringComparison.Ordinal);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not for residents", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_case_is_404_with_CB5040_on_every_page()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var owner = await portal.VisitAsync("r1");
        using var other = await portal.VisitAsync("r2");
        var number = await FileAsync(portal);
        var question = await owner.SeeAsync($"/cases/{number}/withdraw");
        string[] addresses = [$"/cases/{number}", $"/cases/{number}?handler=Evidence", $"/cases/{number}/withdraw", "/cases/CB-20261124-NONENONE"];

        foreach (var address in addresses)
        {
            var page = await other.SeeAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("CB5040", page.Text, StringComparison.Ordinal);
        }

        var (refused, _) = await other.PostAsync(question);
        Assert.NotEqual(HttpStatusCode.Found, refused.Status);
        Assert.Equal(ApplicationStatus.Submitted, (await portal.Desk.CaseAsync(number)).Status);
    }

    [Fact]
    public async Task A_case_is_withdrawn_only_after_a_question()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var number = await FileAsync(portal);

        var question = await visitor.SeeAsync($"/cases/{number}/withdraw");
        var untouched = await portal.Desk.CaseAsync(number);
        var (_, location) = await visitor.PostAsync(question);
        var page = await visitor.SeeAsync(location!.OriginalString);

        Assert.Equal(ApplicationStatus.Submitted, untouched.Status);
        Assert.Contains("You withdrew the application", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/withdraw", page.Html, StringComparison.Ordinal);
    }

    private static async Task<string> FileAsync(PortalDesk portal) =>
        (await portal.Desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value.CaseNumber;
}
