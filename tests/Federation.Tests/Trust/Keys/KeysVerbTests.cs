using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Federation.Trust.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Keys;

/// <summary>The verbs in the hub's own binary, beside a hub that serves on the same database and an authority that is asked over the wire.</summary>
public sealed class KeysVerbTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string Reason = "Our yearly exercise of a rotation";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_officers_rotate_an_envelope_key_from_the_request_to_the_certificate_that_the_hub_signs_with()
    {
        Assert.Contains("CB6052", (await RunAsync("auditor", 1, "rotate", "envelopes/RS256", "--reason", Reason)).Error, StringComparison.Ordinal);
        var step = await StepAsync("officer-a", "rotate", "envelopes/RS256", "--reason", Reason);
        Assert.Contains("CB6103", (await RunAsync("officer-a", 1, "approve", step)).Error, StringComparison.Ordinal);
        await StepAsync("officer-b", "approve", step);
        var key = (await ListAsync()).Single(row => row.GetProperty("awaitsCertificate").GetBoolean()).GetProperty("id").GetString()!;

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

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !await holds(); await Task.Delay(100, Stop))
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Deadline, "The hub did not take it over in a minute.");
    }

    private async Task<List<JsonElement>> ListAsync() =>
        [.. JsonSerializer.Deserialize<JsonElement>((await RunAsync(null, 0, "list", "--json")).Output).EnumerateArray()];

    private async Task<string> StepAsync(string officer, params string[] arguments) =>
        JsonSerializer.Deserialize<JsonElement>((await RunAsync(officer, 0, [.. arguments, "--json"])).Output).GetProperty("id").GetString()!;

    private async Task<(string Output, string Error)> RunAsync(string? officer, int expected, params string[] arguments)
    {
        string[] who = officer is null ? [] : ["--officer", officer];
        var start = new ProcessStartInfo("dotnet",
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "CrossBorder.Federation.dll"), "keys", .. arguments, .. who,
            "--settings", Path.Combine(sandbox.Data, "hub.json"), "--environment", "Development",
        ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        if (officer is not null)
        {
            var officers = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "officers.json"), Stop));
            var secrets = officers.EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == officer);
            start.Environment[CommandSecrets.PasswordVariable] = secrets.GetProperty("password").GetString();
            start.Environment[CommandSecrets.CodeVariable] = await FreshCodeAsync(officer, secrets.GetProperty("totpSecret").GetString()!);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var error = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == expected, $"keys {string.Join(' ', arguments)} ended with {process.ExitCode}: {error}");
        return ((await output).Trim(), error);
    }

    // A code is taken once; the last step is set back, which no request can do, instead of waiting for the next half minute.
    private async Task<string> FreshCodeAsync(string officer, string secret)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<Officer>().Where(row => row.UserName == officer)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.LastTotpStep, 0), Stop);
        return Totp.CodeAt(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()));
    }
}
