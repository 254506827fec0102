using CrossBorder.Federation.Accounts;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Operations;

/// <summary>A whole sign-in at full log: what stands in the log afterwards, and what does not.</summary>
public sealed class JourneyLogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_of_a_sign_in_names_nobody_and_gives_nothing_away_and_an_ended_one_is_refused_with_CB2004()
    {
        await using var sandbox = new SandboxFixture();
        var log = Path.Combine(sandbox.Data, "hub.log");
        await sandbox.StartAsync(hubSettings: new Dictionary<string, string>
        {
            ["Logging:LogLevel:Default"] = "Information", ["Logs:Console"] = "false", ["Logs:File"] = log,
        });
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi") { Scope = "openid profile offline_access" };

        var code = (await client.SignInAsync(browser, "r1")).Code!;
        var tokens = await client.RedeemAsync(code);
        var session = TokenAnswer.Payload(tokens.IdToken).GetProperty("sid").GetString()!;

        await using (var scope = sandbox.HubServices.CreateAsyncScope())
        {
            var sessions = scope.ServiceProvider.GetRequiredService<IVerifiedSessions>();
            await sessions.EndAsync((await sessions.FindForClientAsync(session, "yueshengshi", Stop))!.Id, SessionEnd.SignedOut, Stop);
        }

        var refused = await client.RefreshAsync(tokens.RefreshToken);
        Assert.StartsWith("CB2004", refused["error_description"], StringComparison.Ordinal);

        await sandbox.World.StopHubAsync(Stop);
        var text = await File.ReadAllTextAsync(log, Stop);
        Assert.Contains("\"Route\":\"/connect/token\"", text, StringComparison.Ordinal);
        string[] silent = ["陳大文", "CHAN", "A123456", "H12345678", "1990-01-01", "login_hint", client.Verifier, "sandbox-yueshengshi", code, tokens.RefreshToken, session];
        Assert.All(silent, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }
}
