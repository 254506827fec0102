using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net;
using System.Text.Json;
using System.Text;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>The shapes, statuses and headers that a stranger relies on.</summary>
public sealed class ApplicationsApiTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_are_listed_and_shown_to_anybody()
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync();

        var list = await http.GetFromJsonAsync<JsonElement>("api/items?q=freelancer&lang=en&page=1&pageSize=3", Stop);
        var item = await http.GetFromJsonAsync<JsonElement>("api/items/gd-si-001?lang=zh-Hans", Stop);
        var bundle = await http.GetFromJsonAsync<JsonElement>("api/items/newborn", Stop);
        var ordered = await http.GetFromJsonAsync<JsonElement>("api/items/social-security-card", Stop);
        var unknown = await http.GetAsync("api/items/gd-xx-999", Stop);

        Assert.Equal("gd-si-002", list.GetProperty("items")[0].GetProperty("code").GetString());
        Assert.Equal("gd-hrss", list.GetProperty("items")[0].GetProperty("department").GetString());
        Assert.Equal("zh-hrss", item.GetProperty("department").GetProperty("slug").GetString());
        Assert.Equal("城乡居民基本养老保险参保登记", item.GetProperty("name").GetString());
        Assert.Equal("verified-identity", item.GetProperty("documents")[0].GetProperty("waivableBy").GetString());
        Assert.Equal(5, bundle.GetProperty("items").GetArrayLength());
        Assert.Equal(["gd-si-010"], ordered.GetProperty("after").GetProperty("gd-si-011").EnumerateArray().Select(code => code.GetString()));
        Assert.False(ordered.GetProperty("after").TryGetProperty("gd-mi-003", out _));
        Assert.Equal(JsonValueKind.Null, item.GetProperty("after").ValueKind);
        await ProblemAsync(unknown, HttpStatusCode.NotFound, "CB5003");
    }

    [Fact]
    public async Task An_application_is_created_once_and_answered_alike_every_time()
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync("r1");
        var body = BodyOf(Requests.Complete("gd-si-001"));

        var first = await PostAsync(http, body, "key-1");
        var again = await PostAsync(http, "\n" + body, "key-1");
        var other = await PostAsync(http, BodyOf(Requests.Complete("gd-si-003")), "key-1");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var text = await first.Content.ReadAsStringAsync(Stop);
        var filed = JsonDocument.Parse(text).RootElement;
        Assert.Equal("/api/applications/" + filed.GetProperty("caseNumber").GetString(), first.Headers.Location!.OriginalString);
        Assert.Equal("submitted", filed.GetProperty("status").GetString());
        var delivery = filed.GetProperty("deliveries")[0];
        Assert.Equal(("zh-hrss", "queued", 0), (delivery.GetProperty("department").GetString(), delivery.GetProperty("status").GetString(), delivery.GetProperty("attempts").GetInt32()));
        Assert.Equal(JsonValueKind.Null, delivery.GetProperty("receipt").ValueKind);
        Assert.Equal((HttpStatusCode.Created, text), (again.StatusCode, await again.Content.ReadAsStringAsync(Stop)));
        await ProblemAsync(other, HttpStatusCode.Conflict, "CB5002");
    }

    [Fact]
    public async Task A_long_timeline_is_shown_page_by_page_the_newest_first()
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync("r1");
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-001"))).Value;
        await desk.UseAsync<HubDbContext, int>(async context =>
        {
            var id = await context.Set<Application>().Where(row => row.CaseNumber == filed.CaseNumber).Select(row => row.Id).SingleAsync(Stop);
            context.AddRange(Enumerable.Range(1, 249).Select(number => new CaseEvent
            {
                ApplicationId = id, At = filed.SubmittedAt.AddSeconds(number), Hop = "zh-hrss", Event = CaseEvents.Delayed, Reason = $"{number}",
            }));
            return await context.SaveChangesAsync(Stop);
        });

        var pages = new List<JsonElement>();
        foreach (var query in new[] { "", "?timelinePage=2", "?timelinePage=3" })
            pages.Add(await http.GetFromJsonAsync<JsonElement>($"api/applications/{filed.CaseNumber}{query}", Stop));

        Assert.Equal([200, 50, 0], pages.ConvertAll(page => page.GetProperty("timeline").GetArrayLength()));
        Assert.All(pages, page => Assert.Equal(250, page.GetProperty("timelineTotal").GetInt32()));
        Assert.Equal("249", pages[0].GetProperty("timeline")[199].GetProperty("reason").GetString());
        Assert.Equal("submitted", pages[1].GetProperty("timeline")[0].GetProperty("event").GetString());
    }

    [Fact]
    public async Task Without_a_key_it_is_refused_with_CB5001()
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync("r1");

        await ProblemAsync(await PostAsync(http, BodyOf(Requests.Complete("gd-si-001")), null), HttpStatusCode.BadRequest, "CB5001");
    }

    [Fact]
    public async Task All_faults_come_with_pointers()
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync("r1");

        var answer = await PostAsync(http, """{"item":"gd-si-005","form":{}}""", "key-1");

        var problem = await ProblemAsync(answer, HttpStatusCode.UnprocessableEntity, "CB5010");
        var pointers = problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString());
        Assert.Contains("/form/bank_account", pointers);
        Assert.Contains("/materials/bank-account-proof", pointers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"item":1}""")]
    [InlineData("""{"item":"gd-si-001","form":[]}""")]
    [InlineData("""{"item":"gd-si-001","form":{"a":{}}}""")]
    [InlineData("""{"item":"gd-si-001","materials":["x"]}""")]
    [InlineData("""{"item":"gd-si-001","commitments":[1]}""")]
    [InlineData("""{"item":"gd-si-001","item":"gd-si-002"}""")]
    [InlineData("""{"item":"gd-si-001","applicant":{}}""")]
    public async Task A_body_that_is_no_application_is_refused_with_CB5019(string body)
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync("r1");

        await ProblemAsync(await PostAsync(http, body, "key-1"), HttpStatusCode.BadRequest, "CB5019");
    }

    [Fact]
    public async Task Too_low_an_assurance_is_challenged_as_RFC_9470_says()
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync("r4");

        var answer = await PostAsync(http, BodyOf(Requests.Complete("gd-si-001")), "key-1");

        await ProblemAsync(answer, HttpStatusCode.Unauthorized, "CB5030");
        var challenge = Assert.Single(answer.Headers.WwwAuthenticate);
        Assert.Equal("Bearer", challenge.Scheme);
        Assert.Contains("error=\"insufficient_user_authentication\"", challenge.Parameter, StringComparison.Ordinal);
        Assert.Contains("acr_values=\"urn:crossborder:loa:substantial\"", challenge.Parameter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_over_is_refused_with_CB5031()
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync("gone");

        await ProblemAsync(await http.GetAsync("api/applications", Stop), HttpStatusCode.Unauthorized, "CB5031");
    }

    [Fact]
    public async Task Strangers_and_departments_are_kept_out()
    {
        await using var desk = await OpenAsync();
        using var nobody = await desk.ListenAsync();
        using var department = await desk.ListenAsync("department-gd-hrss");

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("api/applications", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await department.GetAsync("api/applications", Stop)).StatusCode);
        await ProblemAsync(
            await department.GetAsync("api/departments/gd-hrss/deliveries/x/materials/y", Stop), HttpStatusCode.NotFound, "CB5023");
    }

    [Fact]
    public async Task A_case_is_shown_withdrawn_and_unknown_to_others()
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync("r1");
        using var other = await desk.ListenAsync("r2");
        var location = (await PostAsync(http, BodyOf(Requests.Complete("gd-si-003")), "key-1")).Headers.Location!;

        var list = await http.GetFromJsonAsync<JsonElement>("api/applications", Stop);
        var shown = await http.GetFromJsonAsync<JsonElement>(location, Stop);
        var withdrawn = await http.PostAsync(location + "/withdrawal", null, Stop);

        Assert.Equal(1, list.GetProperty("applications").GetArrayLength());
        Assert.Equal("submitted", shown.GetProperty("timeline")[0].GetProperty("event").GetString());
        Assert.Equal(HttpStatusCode.Accepted, withdrawn.StatusCode);
        Assert.Equal("withdrawn", (await http.GetFromJsonAsync<JsonElement>(location, Stop)).GetProperty("status").GetString());
        await ProblemAsync(await other.GetAsync(location, Stop), HttpStatusCode.NotFound, "CB5040");
        await ProblemAsync(await other.GetAsync(location + "/evidence", Stop), HttpStatusCode.NotFound, "CB5040");
    }

    [Theory]
    [InlineData("scan.exe", "%PDF-1.7", HttpStatusCode.Created, null)]
    [InlineData("scan.pdf", "MZ program", HttpStatusCode.UnsupportedMediaType, "CB5021")]
    public async Task An_upload_is_judged_by_its_content_and_not_by_its_name(string name, string content, HttpStatusCode status, string? code)
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync("r1");
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.ASCII.GetBytes(content)), "file", name },
            { new StringContent("photo"), "slug" },
        };

        var answer = await http.PostAsync("api/materials", form, Stop);

        if (code is not null)
        {
            await ProblemAsync(answer, status, code);
            return;
        }

        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(status, answer.StatusCode);
        Assert.NotEmpty(body.GetProperty("id").GetString()!);
        Assert.StartsWith("sha256:", body.GetProperty("digest").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploads_too_large_or_without_their_parts_are_refused_with_their_codes()
    {
        await using var desk = await OpenAsync();
        using var http = await desk.ListenAsync("r1");
        using var large = new MultipartFormDataContent { { new ByteArrayContent(new byte[(20 * 1024 * 1024) + 1]), "file", "a.pdf" }, { new StringContent("photo"), "slug" } };
        using var partial = new MultipartFormDataContent { { new StringContent("photo"), "slug" } };
        using var json = JsonContent.Create(new { slug = "photo" });

        await ProblemAsync(await http.PostAsync("api/materials", large, Stop), HttpStatusCode.RequestEntityTooLarge, "CB5020");
        await ProblemAsync(await http.PostAsync("api/materials", partial, Stop), HttpStatusCode.BadRequest, "CB5022");
        await ProblemAsync(await http.PostAsync("api/materials", json, Stop), HttpStatusCode.BadRequest, "CB5022");
    }

    private Task<ApplicationsDesk> OpenAsync() => ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);

    private static string BodyOf(SubmitApplication request) => JsonSerializer.Serialize(
        new { request.Item, request.Bundle, request.Form, request.Materials, request.Commitments, request.Deferred }, JsonSerializerOptions.Web);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/applications");
        request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await http.SendAsync(request, Stop);
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal((status, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        return problem;
    }
}
