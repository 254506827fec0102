using System.Net.Http.Json;
using System.Text.Json;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Feedback;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>What a resident says of a case, and what becomes of it.</summary>
public sealed class FeedbackTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_case_that_is_over_is_rated_once_and_for_30_days_otherwise_CB5120_CB5122(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        using var http = await desk.ListenAsync("r1");
        var number = await FileAsync(desk);

        Assert.Equal("409 CB5120", await RateAsync(http, number, new { stars = 5 }));
        var department = await CompleteAsync(desk, number);
        Assert.Equal("200", await RateAsync(http, number, new { stars = 2, comment = "等了三星期" }));
        Assert.Equal("200", await RateAsync(http, number, new { stars = 4, comment = "後來解決了" }));

        var kept = Assert.Single(await RatingsAsync(desk));
        Assert.Equal((4, "後來解決了"), (kept.Stars, kept.Comment));
        Assert.True(kept.ChangedAt >= kept.RatedAt);
        var average = Assert.Single(await desk.UseAsync<IRatings, IReadOnlyList<DepartmentRating>>(ratings => ratings.ByDepartmentAsync(Stop)));
        Assert.Equal(new DepartmentRating(department, 1, 4), average);

        var longAgo = TimeProvider.System.GetUtcNow() - CaseRating.Changeable - TimeSpan.FromMinutes(1);
        await desk.UseAsync<HubDbContext, int>(context => context.Set<CaseRating>().ExecuteUpdateAsync(row => row.SetProperty(rating => rating.RatedAt, longAgo), Stop));
        Assert.Equal("409 CB5122", await RateAsync(http, number, new { stars = 1 }));
    }

    [Fact]
    public async Task What_is_no_rating_is_refused_with_CB5121_and_somebody_elses_case_with_CB5040()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        using var http = await desk.ListenAsync("r1");
        using var other = await desk.ListenAsync("r2");
        var number = await FileAsync(desk);
        await CompleteAsync(desk, number);

        object[] wrong = [new { stars = 0 }, new { stars = 6 }, new { stars = "5" }, new { comment = "gut" }, new { stars = 5, comment = new string('好', 1001) }, new { stars = 5, comment = "\u001b[2J" }, new { stars = 5, officer = "x" }];
        foreach (var body in wrong)
            Assert.Equal("422 CB5121", await RateAsync(http, number, body));
        Assert.Equal("404 CB5040", await RateAsync(other, number, new { stars = 5 }));
        Assert.Empty(await RatingsAsync(desk));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_complaint_becomes_a_case_that_the_hotline_signs_for(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        using var http = await desk.ListenAsync("r1");
        var number = await FileAsync(desk);
        var complaint = new { kind = "complaint", text = "沒有人回覆" };

        var first = await ComplainAsync(http, number, complaint, "k-1");
        var again = await ComplainAsync(http, number, complaint, "k-1");
        var raised = first.GetProperty("caseNumber").GetString()!;
        Assert.Equal(raised, again.GetProperty("caseNumber").GetString());
        Assert.NotEqual(number, raised);
        Assert.Equal("409 CB5002", await SaysAsync(http, number, new { kind = "question", text = "?" }, "k-1"));

        await desk.DeliverAsync();
        var view = await desk.CaseAsync(raised);
        Assert.Equal((ApplicationStatus.Accepted, number, "hotline-complaint"), (view.Status, view.Concerns, view.Entry));
        var delivery = Assert.Single(view.Deliveries);
        Assert.Equal("gd-12345", delivery.Department);
        Assert.NotNull(delivery.Receipt);
        Assert.Contains(delivery.Id, (await departments.ArrivalsAsync("gd-12345")).Keys);

        var payload = JsonDocument.Parse(await desk.UseAsync<HubDbContext, string>(
            context => context.Set<Delivery>().Where(row => row.Id == delivery.Id).Select(row => row.Payload).SingleAsync(Stop))).RootElement;
        Assert.Equal(("complaint", number, "沒有人回覆"), (Form("kind"), Form("concerns"), Form("text")));
        Assert.Equal(["acr", "name"], payload.GetProperty("applicant").EnumerateObject().Select(member => member.Name).Order());

        string? Form(string member) => payload.GetProperty("form").GetProperty(member).GetString();
    }

    [Fact]
    public async Task What_is_no_complaint_is_refused_CB5123_CB5001_CB5040()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        using var http = await desk.ListenAsync("r1");
        using var other = await desk.ListenAsync("r2");
        var number = await FileAsync(desk);

        object[] wrong = [new { kind = "praise", text = "x" }, new { kind = "question", text = " " }, new { kind = "question", text = new string('字', 2001) }, new { text = "x" }, new { kind = "question", text = "x", to = "gd-tax" }];
        foreach (var body in wrong)
            Assert.Equal("422 CB5123", await SaysAsync(http, number, body, "k-1"));
        Assert.Equal("404 CB5040", await SaysAsync(other, number, new { kind = "question", text = "x" }, "k-1"));
        Assert.Equal("400 CB5001", await http.PostAsJsonAsync($"api/applications/{number}/complaint", new { kind = "question", text = "x" }, Stop).SaysAsync());
    }

    [Fact]
    public async Task Where_the_settings_name_no_hotline_complaints_are_refused_with_CB5124()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false, without: "gd-12345");
        using var http = await desk.ListenAsync("r1");

        Assert.Equal("503 CB5124", await SaysAsync(http, await FileAsync(desk), new { kind = "question", text = "x" }, "k-1"));
    }

    [Fact]
    public async Task A_resident_rates_and_asks_on_pages()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        using var other = await portal.VisitAsync("r2");
        var number = await FileAsync(portal.Desk);
        Assert.Contains("CB5120", (await visitor.SeeAsync($"/cases/{number}/rating")).Text, StringComparison.Ordinal);
        await CompleteAsync(portal.Desk, number);

        var (wrong, _) = await visitor.PostAsync(await visitor.SeeAsync($"/cases/{number}/rating"));
        Assert.Contains("CB5121", wrong.Text, StringComparison.Ordinal);
        var (_, rated) = await visitor.PostAsync(wrong, [new("stars", "5"), new("comment", "Quick")]);
        Assert.Contains("5 — very satisfied", (await visitor.SeeAsync(rated!.OriginalString)).Text, StringComparison.Ordinal);

        var form = await visitor.SeeAsync($"/cases/{number}/complaint");
        var (empty, _) = await visitor.PostAsync(form);
        Assert.Contains("CB5123", empty.Text, StringComparison.Ordinal);
        var (_, asked) = await visitor.PostAsync(empty, [new("kind", "question"), new("text", "When do I get the letter?")]);
        var (_, twice) = await visitor.PostAsync(empty, [new("kind", "question"), new("text", "When do I get the letter?")]);
        var page = await visitor.SeeAsync(asked!.OriginalString);

        Assert.Equal(asked.OriginalString, twice!.OriginalString);
        Assert.Contains("12345 hotline: question", page.Text, StringComparison.Ordinal);
        Assert.Contains("12345 government hotline", page.Text, StringComparison.Ordinal);
        Assert.Contains(number, page.Text, StringComparison.Ordinal);
        foreach (var address in new[] { $"/cases/{number}/rating", $"/cases/{number}/complaint" })
            Assert.Contains("CB5040", (await other.SeeAsync(address)).Text, StringComparison.Ordinal);
    }

    private static async Task<string> FileAsync(ApplicationsDesk desk) => (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value.CaseNumber;

    private async Task<string> CompleteAsync(ApplicationsDesk desk, string number)
    {
        await desk.DeliverAsync();
        var delivery = Assert.Single((await desk.CaseAsync(number)).Deliveries);
        using var http = await desk.ListenAsync();
        Assert.Equal("202", await http.TellAsync(delivery.Department, departments.Event(delivery.Department, delivery.Id, 1, "completed")).SaysAsync());
        return delivery.Department;
    }

    private static Task<List<CaseRating>> RatingsAsync(ApplicationsDesk desk) =>
        desk.UseAsync<HubDbContext, List<CaseRating>>(context => context.Set<CaseRating>().AsNoTracking().ToListAsync(Stop));

    private static Task<string> RateAsync(HttpClient http, string number, object body) =>
        http.PostAsJsonAsync($"api/applications/{number}/rating", body, Stop).SaysAsync();

    private static async Task<string> SaysAsync(HttpClient http, string number, object body, string key)
    {
        using var request = RequestOf(number, body, key);
        return await http.SendAsync(request, Stop).SaysAsync();
    }

    private static async Task<JsonElement> ComplainAsync(HttpClient http, string number, object body, string key)
    {
        using var request = RequestOf(number, body, key);
        using var answer = await http.SendAsync(request, Stop);
        Assert.Equal(201, (int)answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static HttpRequestMessage RequestOf(string number, object body, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"api/applications/{number}/complaint") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return request;
    }
}
