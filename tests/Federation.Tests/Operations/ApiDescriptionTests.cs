using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CrossBorder.Federation.Tests.Operations;

public sealed class ApiDescriptionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_lists_the_JSON_APIs_with_their_refusals_and_no_pages()
    {
        await using var hub = await HubServing.StartAsync(more: app => app.MapGet("/api/guarded", () => TypedResults.Ok()).RequireAuthorization());

        var document = await hub.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Stop);

        Assert.False(string.IsNullOrEmpty(document.GetProperty("info").GetProperty("title").GetString()));
        var paths = document.GetProperty("paths");
        Assert.All(paths.EnumerateObject(), path => Assert.StartsWith("/api/", path.Name, StringComparison.Ordinal));
        var list = paths.GetProperty("/api/items").GetProperty("get");
        Assert.Equal("#/components/schemas/Problem", list.GetProperty("responses").GetProperty("default")
            .GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString());
        var problem = document.GetProperty("components").GetProperty("schemas").GetProperty("Problem");
        Assert.True(problem.GetProperty("properties").TryGetProperty("errors", out _));
        Assert.Equal(["type", "title", "status", "detail", "code", "nextStep", "traceId"], problem.GetProperty("required").EnumerateArray().Select(name => name.GetString()));

        Assert.False(list.TryGetProperty("security", out _));
        Assert.True(paths.GetProperty("/api/guarded").GetProperty("get").GetProperty("security")[0].TryGetProperty("bearer", out _));
    }
}
