using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CrossBorder.Federation.Tests.Operations;

/// <summary>Where a feature broke, or nobody answered.</summary>
public sealed class LastResortTests
{
    private const string Secret = "A123456(3)";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/breaks/1", 500, "CB8002")]
    [InlineData("GET", "/api/items?page=first", 400, "CB8003")]
    [InlineData("GET", "/api/applications", 401, "CB2002")]
    [InlineData("GET", "/api/refused", 403, "CB2003")]
    [InlineData("GET", "/api/nowhere", 404, "CB8004")]
    [InlineData("POST", "/api/items", 405, "CB8004")]
    public async Task A_program_is_answered_with_a_problem_and_its_code(string method, string address, int status, string code)
    {
        await using var hub = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var answer = await hub.Client.SendAsync(request, Stop);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain(Secret, problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/breaks/1", 500, "CB8002", false)]
    [InlineData("/breaks/1", 500, "CB8002", true)]
    [InlineData("/nowhere", 404, "CB8004", false)]
    [InlineData("/nowhere", 404, "CB8004", true)]
    public async Task A_person_is_shown_a_page_with_the_code(string address, int status, string code, bool production)
    {
        await using var hub = production ? await HubServing.StartInProductionAsync(MapBroken) : await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");

        using var answer = await hub.Client.SendAsync(request, Stop);
        var page = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(code, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_sent_by_nobody_that_is_known_is_led_to_the_page_of_CB2001()
    {
        await using var hub = await StartAsync();

        using var answer = await hub.Client.GetAsync(new Uri("/connect/authorize?client_id=nobody&response_type=code&redirect_uri=https://nobody.example/", UriKind.Relative), Stop);

        Assert.Equal("/error/CB2001", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_log_names_the_route_that_broke_and_the_trace_id_leads_to_the_fault()
    {
        await using var hub = await StartAsync();

        using var answer = await hub.Client.GetAsync(new Uri("/breaks/7", UriKind.Relative), Stop);
        var trace = (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("traceId").GetString();
        var log = await hub.UntilLoggedAsync(line => line.TryGetProperty("Route", out _), Stop);

        Assert.Equal("/breaks/{number}", Assert.Single(log, line => line.TryGetProperty("Route", out _)).GetProperty("Route").GetString());
        Assert.Contains(log, line => line.TryGetProperty("@x", out _) && line.GetProperty("@tr").GetString() == trace);
    }

    private static Task<HubServing> StartAsync() => HubServing.StartAsync(more: MapBroken);

    private static void MapBroken(WebApplication app)
    {
        app.MapGet("/breaks/{number}", IResult (string number) => throw new InvalidOperationException(Secret));
        app.MapGet("/api/refused", () => TypedResults.StatusCode(StatusCodes.Status403Forbidden));
    }
}
