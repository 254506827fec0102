using System.Diagnostics;
using System.Text.Json;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Trust;

/// <summary>The verbs of trust in the hub's own binary, beside a hub that serves on the same database.</summary>
public sealed class TrustCommandTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_officers_admit_an_authority_and_one_alone_cannot()
    {
        var authority = TestAuthority.Create("CN=By command");
        var file = Path.Combine(sandbox.Data, "authority.pem");
        await File.WriteAllTextAsync(file, authority.ToPem(), Stop);
        string[] import = ["trust", "import", file, "--kind", "anchor", "--jurisdiction", "HK", "--purpose", "AssertionSigning",
            "--name", "By command", "--reason", "The authority wrote to us on paper.", "--json"];

        Assert.Equal(2, (await RunAsync(["trust", "import", file], "officer-a", 0)).Code);
        var proposed = await RunAsync([.. import, "--officer", "officer-a"], "officer-a", 0);
        Assert.True(proposed.Code == 0, proposed.Error);
        var change = JsonSerializer.Deserialize<JsonElement>(proposed.Output);
        Assert.Equal("Proposed", change.GetProperty("state").GetString());
        Assert.Equal(ConsoleFingerprint.Show(authority.Sha256Thumbprint), change.GetProperty("certificate").GetString());
        var id = change.GetProperty("id").GetString()!;

        var alone = await RunAsync(["trust", "approve", id, "--officer", "officer-a"], "officer-a", 1);
        Assert.Equal(1, alone.Code);
        Assert.Contains("CB6103", alone.Error, StringComparison.Ordinal);
        var nobody = await RunAsync(["trust", "approve", id, "--officer", "officer-b"], "officer-a", 1);
        Assert.Contains("CB6050", nobody.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(["trust", "approve", id, "--officer", "officer-b"], "officer-b", 0)).Code);

        var trust = sandbox.HubServices.GetRequiredService<ITrustSnapshot>();
        await Waiting.UntilAsync(() => trust.Current.TrustList.Anchors.Any(anchor => anchor.Certificate.Sha256Thumbprint == authority.Sha256Thumbprint),
            "the hub that serves believes the authority", Stop);
        var list = JsonSerializer.Deserialize<JsonElement>((await RunAsync(["trust", "list", "--json"], "officer-a", 0)).Output);
        Assert.Contains(list.EnumerateArray(), entry => entry.GetProperty("name").GetString() == "By command" && entry.GetProperty("state").GetString() == "Active");
    }

    [Fact]
    public async Task An_auditor_asks_what_rests_on_a_certificate_or_key_and_an_operator_is_refused()
    {
        var root = Certificate.ParseMany(await File.ReadAllTextAsync(sandbox.Pki.CertificateFile("hk-root"), Stop)).Value[0].Sha256Thumbprint;
        string[] usage = ["trust", "usage", ConsoleFingerprint.Show(root)];

        var numbers = await RunFreshAsync([.. usage, "--officer", "auditor"], "auditor");
        Assert.True(numbers.Code == 0, numbers.Error);
        Assert.Contains("0 account links", numbers.Output, StringComparison.Ordinal);
        var csv = await RunFreshAsync([.. usage, "--officer", "auditor", "--csv"], "auditor");
        Assert.Equal("kind,reference,party,at", csv.Output.TrimEnd());
        var kid = (await sandbox.RowsAsync<TokenKey>())[0].Id;
        var json = await RunFreshAsync(["trust", "usage", kid, "--json", "--officer", "auditor"], "auditor");
        Assert.Equal(kid, JsonSerializer.Deserialize<JsonElement>(json.Output).GetProperty("key").GetString());

        Assert.Equal(2, (await RunFreshAsync([.. usage, "--officer", "operator", "--json", "--csv"], "operator")).Code);
        Assert.Contains("CB6052", (await RunFreshAsync([.. usage, "--officer", "operator"], "operator")).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await sandbox.RowsAsync<AuditEntry>()).Count(entry => entry.Kind == ExportResting.AuditKind));
    }

    // The step that was taken is set back, which no request can do; the next code holds for as long as a process may take to start.
    private async Task<(int Code, string Output, string Error)> RunFreshAsync(string[] arguments, string officer)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<Officer>().Where(row => row.UserName == officer)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.LastTotpStep, 0), Stop);
        return await RunAsync(arguments, officer, 1);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, string officer, int steps)
    {
        var officers = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "officers.json"), Stop));
        var secrets = officers.EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == officer);
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "CrossBorder.Federation.dll"), .. arguments,
            "--settings", Path.Combine(sandbox.Data, "hub.json"), "--environment", "Development"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[CommandSecrets.PasswordVariable] = secrets.GetProperty("password").GetString();
        start.Environment[CommandSecrets.CodeVariable] = Totp.CodeAt(secrets.GetProperty("totpSecret").GetString()!, Totp.StepAt(TimeProvider.System.GetUtcNow()) + steps);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var error = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await output, error);
    }
}
