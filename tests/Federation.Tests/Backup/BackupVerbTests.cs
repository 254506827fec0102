using System.Text.Json;
using CrossBorder.Federation.Backup;
using CrossBorder.Federation.Tests.Officers;
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

        var auditor = await RunAsync(["backup", "create", file, "--officer", "auditor"], "auditor");
        Assert.Equal(1, auditor.Code);
        Assert.Contains("CB6052", auditor.Error, StringComparison.Ordinal);
        var nobody = await RunAsync(["backup", "create", file], "officer-a");
        Assert.Contains("CB6050", nobody.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
        var created = await RunAsync(["backup", "create", file, "--officer", "officer-a", "--with-key-files"], "officer-a");
        Assert.True(created.Code == 0, created.Error);

        var verified = await RunAsync(["backup", "verify", file, "--json"]);
        Assert.True(verified.Code == 0, verified.Error);
        var manifest = JsonSerializer.Deserialize<JsonElement>(verified.Output);
        Assert.Equal("officer-a", manifest.GetProperty("origin").GetProperty("officer").GetString());
        Assert.Contains(manifest.GetProperty("tables").EnumerateArray(), table => table.GetProperty("name").GetString() == "ManagedKeys" && table.GetProperty("rows").GetInt64() > 0);
        Assert.Equal(0, (await RunAsync(["backup", "key-files", file, folder.FullName])).Code);
        Assert.NotEmpty(folder.GetFiles());

        var replaced = await RunAsync(["backup", "restore", file, "--officer", "officer-b"], "officer-b");
        Assert.Equal(1, replaced.Code);
        Assert.Contains("CB6155", replaced.Error, StringComparison.Ordinal);
        await using (var stream = File.Open(file, FileMode.Open))
            stream.SetLength(stream.Length - 1);
        var damaged = await RunAsync(["backup", "verify", file]);
        Assert.Equal(1, damaged.Code);
        Assert.Contains("CB6154", damaged.Error, StringComparison.Ordinal);
    }

    private Task<VerbAnswer> RunAsync(string[] arguments, string? officer = null) =>
        OfficerVerb.RunAsync(sandbox, arguments, officer, (BackupPassphrase.Variable, Passphrase));
}
