using System.Diagnostics;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Tests.Hosting;

/// <summary>Where the hub's signing keys may lie when it starts.</summary>
public sealed class SigningKeyStartUpTests : IDisposable
{
    private const string Secret = "correct horse battery staple";
    private readonly HubRun hub = new();

    [Fact]
    public async Task An_encrypted_key_is_opened_with_the_password_of_its_file()
    {
        EncryptKey();
        await File.WriteAllTextAsync(hub.PathOf("password"), Secret + "\n", TestContext.Current.CancellationToken);

        var (exitCode, error, output) = await ListKeysAsync("--SigningKeys:0:PasswordFile=" + hub.PathOf("password"));

        Assert.True(exitCode == 0, error);
        Assert.Contains("key           hub-1  RS256", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_with_CB1001_and_CB3092_and_written_nowhere()
    {
        EncryptKey();
        await File.WriteAllTextAsync(hub.PathOf("password"), "another secret", TestContext.Current.CancellationToken);

        var (exitCode, error, output) = await ListKeysAsync("--SigningKeys:0:PasswordFile=" + hub.PathOf("password"));

        Assert.Equal(1, exitCode);
        Assert.Contains("CB1001: SigningKeys:hub-1: CB3092", error, StringComparison.Ordinal);
        Assert.DoesNotContain("another secret", error + output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encrypted_key_without_a_password_and_a_plain_one_with_it_are_refused_with_CB1001()
    {
        await File.WriteAllTextAsync(hub.PathOf("password"), Secret, TestContext.Current.CancellationToken);
        var plain = await ListKeysAsync("--SigningKeys:0:PasswordFile=" + hub.PathOf("password"));
        EncryptKey();
        var encrypted = await ListKeysAsync();
        var missing = await ListKeysAsync("--SigningKeys:0:PasswordFile=/nowhere");

        Assert.Contains("CB1001: SigningKeys:hub-1: CB3007", plain.Error, StringComparison.Ordinal);
        Assert.Contains("CB1001: SigningKeys:hub-1: CB3007", encrypted.Error, StringComparison.Ordinal);
        Assert.Contains("CB1001: SigningKeys:hub-1:PasswordFile names no file", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_in_a_hardware_module_is_found_and_a_missing_one_is_refused_with_CB4020()
    {
        const string Module = "/usr/lib/softhsm/libsofthsm2.so";
        Assert.SkipWhen(!File.Exists(Module) || !File.Exists("/usr/bin/softhsm2-util"), "SoftHSM (package softhsm2) is not installed: the hub was not started with a key in a module.");
        Directory.CreateDirectory(hub.PathOf("tokens"));
        await File.WriteAllTextAsync(hub.PathOf("softhsm2.conf"), $"directories.tokendir = {hub.PathOf("tokens")}\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(hub.PathOf("pin"), "24681357\n", TestContext.Current.CancellationToken);
        hub.Variables["SOFTHSM2_CONF"] = hub.PathOf("softhsm2.conf");
        Tool("--init-token", "--free", "--label", "hub", "--pin", "24681357", "--so-pin", "87654321");
        Tool("--import", hub.PathOf("signing.key"), "--token", "hub", "--label", "hub-1", "--id", "01", "--pin", "24681357");
        string[] settings =
        [
            "--SigningKeys:0:KeyFile=", "--SigningKeys:0:Hsm:Module=" + Module, "--SigningKeys:0:Hsm:TokenLabel=hub",
            "--SigningKeys:0:Hsm:PinFile=" + hub.PathOf("pin"),
        ];

        var found = await ListKeysAsync([.. settings, "--SigningKeys:0:Hsm:KeyLabel=hub-1"]);
        var missing = await ListKeysAsync([.. settings, "--SigningKeys:0:Hsm:KeyLabel=hub-2"]);

        Assert.True(found.ExitCode == 0, found.Error);
        Assert.Contains("key           hub-1  RS256", found.Output, StringComparison.Ordinal);
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("CB4020: SigningKeys:hub-1:Hsm:", missing.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("24681357", found.Error + found.Output + missing.Error + missing.Output, StringComparison.Ordinal);
    }

    public void Dispose() => hub.Dispose();

    private Task<(int ExitCode, string Error, string Output)> ListKeysAsync(params string[] settings) => hub.RunAsync(["keys", "list", .. settings]);

    private void EncryptKey()
    {
        using var key = SoftwareSigningKey.FromPkcs8Pem(File.ReadAllText(hub.PathOf("signing.key")), AlgorithmCatalogue.RS256).Value;
        File.WriteAllText(hub.PathOf("signing.key"), key.ToEncryptedPkcs8Pem(Secret, iterations: KeyEncryption.MinimumIterations));
    }

    private void Tool(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/softhsm2-util", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in hub.Variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
