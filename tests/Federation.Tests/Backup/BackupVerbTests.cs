using System.Diagnostics;
using System.Text.Json;
using CrossBorder.Federation.Backup;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Tests.SignIn;

namespace CrossBorder.Federation.Tests.Backup;

/// <summary>The verbs in the hub's own binary, beside a hub that serves on the same database.</summary>
public sealed class BackupVerbTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string Passphrase = "six grey herons above the weir";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_security_officer_makes_a_backup_and_anybody_with_the_passphrase_verifies_it_and_takes_its_key_files()
    {
        var file = Path.Combine(sandbox.Data, "trust.backup");
        var folder = Directory.CreateDirectory(Path.Combine(sandbox.Data, "key-files"));

        var auditor = await RunAsync(["backup", "create", file, "--officer", "auditor"], "auditor", 0);
        Assert.Equal(1, auditor.Code);
        Assert.Contains("CB6052", auditor.Error, StringComparison.Ordinal);
        var nobody = await RunAsync(["backup", "create", file], "officer-a", 0);
        Assert.Contains("CB6050", nobody.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
        var created = await RunAsync(["backup", "create", file, "--officer", "officer-a", "--with-key-files"], "officer-a", 0);
        Assert.True(created.Code == 0, created.Error);

        var verified = await RunAsync(["backup", "verify", file, "--json"]);
        Assert.True(verified.Code == 0, verified.Error);
        var manifest = JsonSerializer.Deserialize<JsonElement>(verified.Output);
        Assert.Equal("officer-a", manifest.GetProperty("origin").GetProperty("officer").GetString());
        Assert.Contains(manifest.GetProperty("tables").EnumerateArray(), table => table.GetProperty("name").GetString() == "ManagedKeys" && table.GetProperty("rows").GetInt64() > 0);
        Assert.Equal(0, (await RunAsync(["backup", "key-files", file, folder.FullName])).Code);
        Assert.NotEmpty(folder.GetFiles());

        var replaced = await RunAsync(["backup", "restore", file, "--officer", "officer-b"], "officer-b", 0);
        Assert.Equal(1, replaced.Code);
        Assert.Contains("CB6155", replaced.Error, StringComparison.Ordinal);
        await using (var stream = File.Open(file, FileMode.Open))
            stream.SetLength(stream.Length - 1);
        var damaged = await RunAsync(["backup", "verify", file]);
        Assert.Equal(1, damaged.Code);
        Assert.Contains("CB6154", damaged.Error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, string? officer = null, int steps = 0)
    {
        string[] settings = officer is null ? [] : ["--settings", Path.Combine(sandbox.Data, "hub.json"), "--environment", "Development"];
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "CrossBorder.Federation.dll"), .. arguments, .. settings])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment[BackupPassphrase.Variable] = Passphrase;
        if (officer is not null)
        {
            var officers = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "officers.json"), Stop));
            var secrets = officers.EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == officer);
            start.Environment[CommandSecrets.PasswordVariable] = secrets.GetProperty("password").GetString();
            start.Environment[CommandSecrets.CodeVariable] = Totp.CodeAt(secrets.GetProperty("totpSecret").GetString()!, Totp.StepAt(TimeProvider.System.GetUtcNow()) + steps);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var error = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await output, error);
    }
}
