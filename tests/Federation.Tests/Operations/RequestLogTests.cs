using System.Text.Json;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Hosting.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossBorder.Federation.Tests.Operations;

/// <summary>The log of a request says what was asked for in kind, never in particular.</summary>
public sealed class RequestLogTests
{
    private const string Secret = "GD2026-000123";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/items/" + Secret, "/api/items/{code}", 404)]
    [InlineData("/api/items?q=" + Secret, "/api/items", 200)]
    [InlineData("/unmapped/" + Secret, "(none)", 404)]
    public async Task A_request_is_one_line_with_its_route_and_without_its_address(string address, string route, int status)
    {
        await using var hub = await HubServing.StartAsync();

        await hub.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        var log = await UntilLoggedAsync(hub);

        var line = Assert.Single(log, Answered);
        Assert.Equal("GET", line.GetProperty("Method").GetString());
        Assert.Equal(route, line.GetProperty("Route").GetString());
        Assert.Equal(status, line.GetProperty("Status").GetInt32());
        Assert.True(line.GetProperty("Elapsed").GetDouble() > 0);
        Assert.Equal(line.GetProperty("@tr").GetString(), line.GetProperty("TraceId").GetString());
        Assert.DoesNotContain(log, entry => entry.GetRawText().Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_that_a_feature_writes_during_a_request_has_no_address_either()
    {
        await using var hub = await HubServing.StartAsync(more: app => app.MapGet("/case/{number}", (ILoggerFactory loggers) =>
        {
            loggers.CreateLogger("Feature").LogWarning("Something of note");
            return TypedResults.Ok();
        }));

        await hub.Client.GetAsync(new Uri($"/case/{Secret}?code={Secret}", UriKind.Relative), Stop);
        var log = await UntilLoggedAsync(hub);

        Assert.Contains(log, entry => entry.GetProperty("@mt").GetString() == "Something of note");
        Assert.DoesNotContain(log, entry => entry.GetRawText().Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_logged_follows_the_settings_and_hubs_in_one_process_keep_apart()
    {
        await using var talking = await HubServing.StartAsync();
        await using var quiet = await HubServing.StartAsync(new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Warning" });

        await quiet.Client.GetAsync(new Uri("/api/items", UriKind.Relative), Stop);
        await talking.Client.GetAsync(new Uri("/api/items", UriKind.Relative), Stop);

        Assert.Single(await UntilLoggedAsync(talking), Answered);
        Assert.DoesNotContain(await quiet.LogAsync(), Answered);
    }

    [Fact]
    public async Task A_probe_does_not_fill_the_log()
    {
        await using var hub = await HubServing.StartAsync();

        await hub.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Stop);
        await hub.Client.GetAsync(new Uri("/api/items", UriKind.Relative), Stop);

        Assert.Equal("/api/items", Assert.Single(await UntilLoggedAsync(hub), Answered).GetProperty("Route").GetString());
    }

    [Fact]
    public void A_log_file_in_a_folder_that_is_not_there_is_refused_with_CB1001() =>
        Assert.StartsWith("CB1001: Logs:File", Assert.Single(
            new LogsOptionsValidator(new SettingsPaths(Path.GetTempPath())).Validate(null, new() { File = "no-such-folder/hub.log" }).Failures!), StringComparison.Ordinal);

    private static bool Answered(JsonElement line) => line.TryGetProperty("Route", out _);

    private static Task<IReadOnlyList<JsonElement>> UntilLoggedAsync(HubServing hub) => hub.UntilLoggedAsync(Answered, Stop);
}
