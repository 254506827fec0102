using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Federation.Accounts;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Operations;

/// <summary>A whole sign-in at full log: what stands in the log afterwards, and what does not.</summary>
public sealed class JourneyLogTests
{
    private const string Callback = "http://localhost:9090/callback";
    private const string Verifier = "a-verifier-that-is-long-enough-for-the-specification-0123456789";

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
        using var http = sandbox.NewHubClient();

        var page = await browser.GoAsync(AuthorizeAddress(sandbox), Stop);
        for (var forms = 0; !page.Stopped && forms < 6; forms++)
            page = await browser.SubmitAsync(page.Forms.First(form => form.Fields.ContainsKey("__RequestVerificationToken") && form.Buttons.Count > 0), cancellationToken: Stop);
        var code = page.Parameter("code")!;
        var tokens = await RedeemAsync(http, new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = Callback, ["code_verifier"] = Verifier });
        var refresh = tokens.GetProperty("refresh_token").GetString()!;
        var session = JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(tokens.GetProperty("id_token").GetString()!.Split('.')[1])).GetProperty("sid").GetString()!;

        await using (var scope = sandbox.HubServices.CreateAsyncScope())
        {
            var sessions = scope.ServiceProvider.GetRequiredService<IVerifiedSessions>();
            await sessions.EndAsync((await sessions.FindForClientAsync(session, "yueshengshi", Stop))!.Id, Stop);
        }

        var refused = await RedeemAsync(http, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh });
        Assert.StartsWith("CB2004", refused.GetProperty("error_description").GetString(), StringComparison.Ordinal);

        await sandbox.World.StopHubAsync(Stop);
        var text = await File.ReadAllTextAsync(log, Stop);
        Assert.Contains("\"Route\":\"/connect/token\"", text, StringComparison.Ordinal);
        string[] silent = ["陳大文", "CHAN", "A123456", "H12345678", "1990-01-01", "login_hint", Verifier, "sandbox-yueshengshi", code, refresh, session];
        Assert.All(silent, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private static Uri AuthorizeAddress(SandboxFixture sandbox) => new(QueryHelpers.AddQueryString(new Uri(sandbox.Ports.HubAddress, "connect/authorize").AbsoluteUri, new Dictionary<string, string?>
    {
        ["client_id"] = "yueshengshi",
        ["redirect_uri"] = Callback,
        ["response_type"] = "code",
        ["scope"] = "openid profile offline_access",
        ["login_hint"] = "r1",
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    }));

    private static async Task<JsonElement> RedeemAsync(HttpClient http, Dictionary<string, string> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "connect/token") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("yueshengshi:sandbox-yueshengshi"u8));
        using var answer = await http.SendAsync(request, Stop);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Stop));
    }
}
