using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;

namespace CrossBorder.Federation.Tests.Verifications;

/// <summary>Verifications at full log: what stands in the log afterwards, and what does not.</summary>
public sealed class VerificationLogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_of_verifications_names_nobody_and_gives_nothing_away()
    {
        await using var sandbox = new SandboxFixture();
        var log = Path.Combine(sandbox.Data, "hub.log");
        await sandbox.StartAsync(hubSettings: new Dictionary<string, string>
        {
            ["Logging:LogLevel:Default"] = "Trace", ["Logs:Console"] = "false", ["Logs:File"] = log,
        });
        using var desk = new DepartmentDesk(sandbox);
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

        var yes = await desk.PostAsync(JsonSerializer.Serialize(DepartmentDesk.Question()), headers: ("Verification-Nonce", nonce));
        await desk.VerifyAsync(("documentType", "hkid"), ("documentNumber", "A123456(3)"), ("name", "陳大文"));
        await desk.VerifyAsync(("documentNumber", "H87654321"), ("name", "STRANGER Some"), ("birthdate", "1971-07-17"));
        await desk.VerifyAsync(("documentNumber", "H8765"), ("name", "STRANGER\0"), ("birthdate", "1971-7-17"), ("secret", "STRANGER"));
        await desk.PostAsync("{\"name\":\"STRANGER");

        await sandbox.World.StopHubAsync(Stop);
        var text = await File.ReadAllTextAsync(log, Stop);
        Assert.Contains("\"Route\":\"/api/verifications\"", text, StringComparison.Ordinal);
        string[] silent =
        [
            "CHAN", "陳大文", "陈大文", "H12345678", "A123456", "1990-01-01", "STRANGER", "H87654321", "H8765", "1971-07-17", nonce, yes.Attestation,
            TokenAnswer.Payload(yes.Attestation).GetProperty("commitment").GetString()!,
        ];
        Assert.All(silent, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }
}
