using System.Net.Http.Headers;
using System.Text.Json;
using CrossBorder.Testing;
using CrossBorder.Federation.Tests.Officers;
using CrossBorder.Federation.Tests.SignIn;

namespace CrossBorder.Federation.Tests.Trust.Keys;

/// <summary>The verbs in the hub's own binary, beside a hub that serves on the same database and an authority that is asked over the wire.</summary>
public sealed class KeysVerbTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string Reason = "Our yearly exercise of a rotation";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_officers_rotate_an_envelope_key_from_the_request_to_the_certificate_that_the_hub_signs_with()
    {
        Assert.Contains("CB6052", (await RunAsync("auditor", 1, "rotate", "envelopes/RS256", "--reason", Reason)).Error, StringComparison.Ordinal);
        var step = await StepAsync("officer-a", "rotate", "envelopes/RS256", "--reason", Reason);
        Assert.Contains("CB6103", (await RunAsync("officer-a", 1, "approve", step)).Error, StringComparison.Ordinal);
        await StepAsync("officer-b", "approve", step);
        var key = (await ListAsync()).Single(row => row.GetProperty("awaitsCertificate").GetBoolean() && row.GetProperty("line").GetString() == "envelopes/RS256").GetProperty("id").GetString()!;

        var request = (await RunAsync("officer-a", 0, "request", key)).Output;
        Assert.StartsWith("-----BEGIN CERTIFICATE REQUEST-----", request, StringComparison.Ordinal);
        var file = Path.Combine(sandbox.Data, "issued.pem");
        await File.WriteAllTextAsync(file, await AskAuthorityAsync(request), Stop);
        Assert.Contains("CB6135", (await RunAsync("officer-a", 1, "install", key, sandbox.Pki.CertificateFile("hub-rs256"), "--reason", Reason)).Error, StringComparison.Ordinal);
        await StepAsync("officer-b", "approve", await StepAsync("officer-a", "install", key, file, "--reason", Reason));
        await ServedAsync(key, "announced");

        await StepAsync("officer-b", "approve", await StepAsync("officer-a", "activate", key, "--reason", Reason));
        await ServedAsync(key, "active");
        await ServedAsync("hub-rs256", "retiring");
    }

    [Fact]
    public async Task One_officer_revokes_a_key_and_another_reviews_it()
    {
        Assert.Contains("CB6052", (await RunAsync("auditor", 1, "revoke", "hub-ps256", "--reason", Reason)).Error, StringComparison.Ordinal);
        Assert.Contains("CB6101", (await RunAsync("officer-a", 1, "revoke", "hub-ps256", "--reason", "short")).Error, StringComparison.Ordinal);
        Assert.Contains("CB6134", (await RunAsync("officer-a", 1, "revoke", "hub-none", "--reason", Reason)).Error, StringComparison.Ordinal);

        var step = await StepAsync("officer-a", "revoke", "hub-ps256", "--reason", "Its file was found on another machine");

        using var client = sandbox.NewHubClient();
        await UntilAsync(async () => !(await client.GetStringAsync(".well-known/jwks", Stop)).Contains("\"hub-ps256\"", StringComparison.Ordinal));
        Assert.All((await ListAsync()).Where(row => row.GetProperty("id").GetString() == "hub-ps256"), row => Assert.Equal("Revoked", row.GetProperty("state").GetString()));
        Assert.Contains("CB6103", (await RunAsync("officer-a", 1, "review", step)).Error, StringComparison.Ordinal);
        await StepAsync("officer-b", "review", step);
        Assert.Contains("CB6130", (await RunAsync("officer-a", 1, "revoke", "hub-ps256", "--reason", Reason)).Error, StringComparison.Ordinal);
    }

    private async Task<string> AskAuthorityAsync(string request)
    {
        using var client = new HttpClient { BaseAddress = sandbox.Ports.RegistryAddress };
        using var body = new StringContent(request, new MediaTypeHeaderValue("application/pkcs10"));
        using var answer = await client.PostAsync("ca/hub", body, Stop);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Stop);
    }

    private async Task ServedAsync(string key, string state)
    {
        using var client = sandbox.NewHubClient();
        await UntilAsync(async () => JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("api/hub-keys", Stop)).GetProperty("keys").EnumerateArray()
            .Any(jwk => jwk.GetProperty("kid").GetString() == key && jwk.GetProperty("hubState").GetString() == state
                && jwk.GetProperty("hubUse").GetString() == "envelopes" && jwk.GetProperty("x5c").GetArrayLength() == 2));
    }

    private static Task UntilAsync(Func<Task<bool>> holds) => Waiting.UntilAsync(holds, "the hub that serves took it over", Stop);

    private async Task<List<JsonElement>> ListAsync() =>
        [.. JsonSerializer.Deserialize<JsonElement>((await RunAsync(null, 0, "list", "--json")).Output).EnumerateArray()];

    private async Task<string> StepAsync(string officer, params string[] arguments) =>
        JsonSerializer.Deserialize<JsonElement>((await RunAsync(officer, 0, [.. arguments, "--json"])).Output).GetProperty("id").GetString()!;

    private async Task<(string Output, string Error)> RunAsync(string? officer, int expected, params string[] arguments)
    {
        string[] who = officer is null ? ["--settings", Path.Combine(sandbox.Data, "hub.json"), "--environment", "Development"] : ["--officer", officer];
        var answer = await OfficerVerb.RunAsync(sandbox, ["keys", .. arguments, .. who], officer);
        Assert.True(answer.Code == expected, $"keys {string.Join(' ', arguments)} ended with {answer.Code}: {answer.Error}");
        return (answer.Output.Trim(), answer.Error);
    }
}
