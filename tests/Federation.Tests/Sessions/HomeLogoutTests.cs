using System.Text;
using System.Text.Json;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Sandbox.Residents;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Tests.Sessions;

/// <summary>A home tells the hub that somebody signed out there, and what became of their account.</summary>
public sealed class HomeLogoutTests(SessionsDesk desk) : IClassFixture<SessionsDesk>
{
    private const string HubClient = "cross-border-hub";
    private const string Logout = "http://schemas.openid.net/event/backchannel-logout";
    private const string Revoked = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";
    private const string Disabled = "https://schemas.openid.net/secevent/risc/event-type/account-disabled";
    private const string Credential = "https://schemas.openid.net/secevent/caep/event-type/credential-change";

    [Fact]
    public async Task Signing_out_at_home_ends_the_sign_in_here_and_at_the_relying_party()
    {
        using var first = SandboxFixture.NewBrowser();
        using var second = SandboxFixture.NewBrowser();
        var (kept, one) = await desk.SignInAsync(first);
        var (ended, two) = await desk.SignInAsync(second);
        using (one)
        using (two)
        {
            Assert.Equal(200, await AtHomeAsync("r1", "latest"));
            await SessionsDesk.AssertRevokedAsync(two, ended);
            Assert.Equal(200, (await one.UserInfoAsync(kept.AccessToken)).Status);

            Assert.Equal(200, await AtHomeAsync("r1", "all"));
            await SessionsDesk.AssertRevokedAsync(one, kept);
            await Waiting.UntilAsync(() => desk.Logouts.Tokens.Count >= 2, "the relying party is told of both", SessionsDesk.Stop);
            Assert.Contains(await desk.RowsAsync<SignOut>(), row => row.Cause == SessionEnd.HomeEnded);
        }
    }

    [Fact]
    public async Task A_token_signed_by_a_published_key_holds_once_and_one_that_says_of_nobody_known_changes_nothing()
    {
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser, resident: "r2");
        using (party)
        {
            // As common providers sign: by a key of their key set, without a certificate.
            using var published = SoftwareSigningKey.FromPkcs8Pem(
                await File.ReadAllTextAsync(desk.Pki.KeyFile("home-rs256"), SessionsDesk.Stop), AlgorithmCatalogue.RS256, "home-rs256", []).Value;
            Assert.Equal((200, ""), await SendAsync(Claims("nobody"), key: published));
            Assert.Equal(200, (await party.UserInfoAsync(tokens.AccessToken)).Status);

            var token = Claims(SubjectOf("r2"));
            Assert.Equal((200, ""), await SendAsync(token, key: published));
            await SessionsDesk.AssertRevokedAsync(party, tokens);
            Assert.Equal((400, "CB2073"), await SendAsync(token, key: published));
        }
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_logout_token_is_refused_with_its_code()
    {
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser, resident: "r6");
        using (party)
        {
            var subject = SubjectOf("r6");
            Assert.Equal((404, "CB2074"), await SendAsync(Claims(subject), home: "elsewhere"));
            Assert.Equal((400, "CB2071"), await SendAsync(Claims(subject, ("iss", "https://other.example/"))));
            Assert.Equal((400, "CB2071"), await SendAsync(Claims(subject, ("aud", "another-hub"))));
            Assert.Equal((400, "CB2072"), await SendAsync(Claims(subject, ("iat", Now(-3600)))));
            Assert.Equal((400, "CB2072"), await SendAsync(Claims(subject, ("exp", Now(-3600)))));
            Assert.Equal((400, "CB2072"), await SendAsync(Claims(subject, ("iat", Now(3600)))));
            foreach (var wrong in new (string, object?)[] { ("nonce", "n"), ("jti", null), ("events", null), ("events", new Dictionary<string, object> { [Revoked] = new { } }), ("sub", null), ("exp", null) })
                Assert.Equal((400, "CB2070"), await SendAsync(Claims(subject, wrong)));
            Assert.Equal((400, "CB2070"), await PostAsync("hk-sandbox", "backchannel-logout", new FormUrlEncodedContent([])));

            // Another kind of message, a key that is nobody's, and a certificate that speaks for somebody else.
            Assert.Equal((400, "CB3006"), await SendAsync(Claims(subject), type: "JWT"));
            using var stranger = SoftwareSigningKey.Generate(AlgorithmCatalogue.RS256, "home-rs256");
            Assert.Equal((400, "CB3004"), await SendAsync(Claims(subject), key: stranger));
            using var certified = desk.Pki.SigningKey("hub-es256", "ES256");
            Assert.Equal((400, "CB3012"), await SendAsync(Claims(subject), key: certified));

            Assert.Equal(200, (await party.UserInfoAsync(tokens.AccessToken)).Status);
        }
    }

    [Theory]
    [InlineData(Revoked, "{}")]
    [InlineData(Disabled, """{"reason":"hijacking"}""")]
    [InlineData(Credential, """{"credential_type":"pin","change_type":"revoke"}""")]
    public async Task An_event_of_the_home_ends_what_came_from_there_and_comes_twice_without_harm(string type, string content)
    {
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser, resident: "r4");
        using (party)
        {
            var token = Event(type, content, "r4");
            Assert.Equal(202, (await PostEventAsync(token)).Status);
            await SessionsDesk.AssertRevokedAsync(party, tokens);

            using var later = SandboxFixture.NewBrowser();
            var (again, next) = await desk.SignInAsync(later, resident: "r4");
            using (next)
            {
                Assert.Equal(202, (await PostEventAsync(token)).Status);
                Assert.Equal(200, (await next.UserInfoAsync(again.AccessToken)).Status);
            }
        }
    }

    [Fact]
    public async Task A_renewed_credential_and_an_unknown_event_end_nothing_and_a_bad_event_is_refused_in_the_words_of_the_specification()
    {
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser, resident: "r1");
        using (party)
        {
            Assert.Equal(202, (await PostEventAsync(Event(Credential, """{"credential_type":"pin","change_type":"update"}""", "r1"))).Status);
            Assert.Equal(202, (await PostEventAsync(Event("https://example.test/unheard-of", "{}", "r1"))).Status);
            Assert.Equal(200, (await party.UserInfoAsync(tokens.AccessToken)).Status);

            Assert.Equal((400, "invalid_audience"), await PostEventAsync(Event(Revoked, "{}", "r1", ("aud", "another"))));
            Assert.Equal((400, "invalid_issuer"), await PostEventAsync(Event(Revoked, "{}", "r1", ("iss", "https://other.example/"))));
            Assert.Equal((400, "invalid_request"), await PostEventAsync(Event(Revoked, "{}", "r1", ("sub_id", new { format = "email", email = "r1@example.test" }))));
            Assert.Equal((400, "invalid_key"), await PostEventAsync(Sign(Claims(SubjectOf("r1")), "logout+jwt", Home)));
        }
    }

    private ISigningKey Home => desk.Pki.SigningKey("home-rs256", "RS256");

    private static string SubjectOf(string login) => SandboxResidents.Find(login)!.HomeSubject;

    private static long Now(int seconds = 0) => TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();

    private Dictionary<string, object> Claims(string subject, params (string Name, object? Value)[] changes)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = desk.Ports.HomeAddress.AbsoluteUri, ["aud"] = HubClient, ["sub"] = subject, ["iat"] = Now(), ["exp"] = Now(120),
            ["jti"] = Guid.NewGuid().ToString("N"), ["events"] = new Dictionary<string, object> { [Logout] = new { } },
        };
        foreach (var (name, value) in changes)
            if (value is null)
                claims.Remove(name);
            else
                claims[name] = value;
        return claims;
    }

    private string Event(string type, string content, string resident, params (string Name, object? Value)[] changes) => Sign(
        Claims(SubjectOf(resident), [
            ("sub", null), ("exp", null),
            ("sub_id", new { format = "iss_sub", iss = desk.Ports.HomeAddress.AbsoluteUri, sub = SubjectOf(resident) }),
            ("events", new Dictionary<string, object> { [type] = JsonSerializer.Deserialize<JsonElement>(content) }),
            .. changes]),
        "secevent+jwt", Home);

    private static string Sign(Dictionary<string, object> claims, string type, ISigningKey key) =>
        Jws.Sign(key, type, JsonSerializer.SerializeToUtf8Bytes(claims));

    private async Task<(int Status, string Code)> SendAsync(
        Dictionary<string, object> claims, string home = "hk-sandbox", string type = "logout+jwt", ISigningKey? key = null)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", Sign(claims, type, key ?? Home))]);
        return await PostAsync(home, "backchannel-logout", form);
    }

    private async Task<(int Status, string Word)> PostEventAsync(string token)
    {
        using var content = new StringContent(token, Encoding.ASCII, "application/secevent+jwt");
        return await PostAsync("hk-sandbox", "events", content, "err");
    }

    private async Task<(int Status, string Code)> PostAsync(string home, string path, HttpContent content, string member = "code")
    {
        using var http = desk.NewHubClient();
        using var answer = await http.PostAsync(new Uri($"signin/{home}/{path}", UriKind.Relative), content, SessionsDesk.Stop);
        var text = await answer.Content.ReadAsStringAsync(SessionsDesk.Stop);
        return ((int)answer.StatusCode, text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text).GetProperty(member).GetString()! : "");
    }

    private async Task<int> AtHomeAsync(string resident, string which)
    {
        using var http = new HttpClient { BaseAddress = desk.Ports.HomeAddress };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("resident", resident), KeyValuePair.Create("which", which)]);
        using var answer = await http.PostAsync(new Uri("sign-out", UriKind.Relative), form, SessionsDesk.Stop);
        return (int)answer.StatusCode;
    }
}
