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

    [Fact]
    public async Task It_says_what_a_verification_asks_and_answers()
    {
        await using var hub = await HubServing.StartAsync();

        var document = await hub.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Stop);

        var verify = document.GetProperty("paths").GetProperty("/api/verifications").GetProperty("post");
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.Equal(["documentType", "documentNumber", "name", "birthdate"], Members("VerificationRequestBody"));
        Assert.Equal(["match", "attestation"], Members("VerificationAnswer"));
        Assert.Contains("Verification-Nonce", verify.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.True(verify.GetProperty("security")[0].TryGetProperty("bearer", out _));
        Assert.True(verify.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));

        IEnumerable<string> Members(string schema) => schemas.GetProperty(schema).GetProperty("properties").EnumerateObject().Select(member => member.Name);
    }

    [Fact]
    public async Task It_says_how_a_department_picks_up_and_signs()
    {
        await using var hub = await HubServing.StartAsync();

        var document = await hub.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Stop);

        var paths = document.GetProperty("paths");
        var offer = paths.GetProperty("/api/departments/{slug}/deliveries").GetProperty("get");
        Assert.Equal(["pageSize", "slug"], offer.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).Order());
        Assert.True(offer.GetProperty("security")[0].TryGetProperty("bearer", out _));
        Assert.True(paths.GetProperty("/api/departments/{slug}/receipts").TryGetProperty("post", out _));
        Assert.Equal(["id", "envelope", "leasedUntil"], document.GetProperty("components").GetProperty("schemas").GetProperty("OfferedDelivery")
            .GetProperty("properties").EnumerateObject().Select(member => member.Name));
    }
}
