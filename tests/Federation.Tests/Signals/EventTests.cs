using System.Text.Json;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Accounts.Sessions;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.Signals;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Federation.Tests.Sessions;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Signals;

/// <summary>Plan Shared signals transmitter: subjects, events posted and fetched, verification.</summary>
public sealed class EventTests(SessionsDesk desk) : IClassFixture<SessionsDesk>, IAsyncLifetime
{
    private const string Push = "urn:ietf:rfc:8935";
    private const string Revoked = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";
    private const string Level = "https://schemas.openid.net/secevent/caep/event-type/assurance-level-change";
    private const string Credential = "https://schemas.openid.net/secevent/caep/event-type/credential-change";
    private const string Verification = "https://schemas.openid.net/secevent/ssf/event-type/verification";
    private string rsa = "";
    private string shangMi = "";

    public async ValueTask InitializeAsync()
    {
        rsa = await desk.ClientTokenAsync("yueshengshi");
        shangMi = await desk.ClientTokenAsync("yueshangtong");
        desk.Events.Answer = 202;
        foreach (var token in new[] { rsa, shangMi })
            foreach (var stream in (await desk.CallAsync(token, HttpMethod.Get, "signals/streams")).Json.EnumerateArray())
                await desk.CallAsync(token, HttpMethod.Delete, "signals/streams?stream_id=" + stream.GetProperty("stream_id"));
        desk.Events.Got.Clear();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    [Trait(Module.Trait, "openid-ssf-transmitter-stream-caep-interop")]
    public async Task An_ended_sign_in_is_posted_to_whom_it_concerns_until_it_is_taken()
    {
        await CreateAsync(rsa, new { delivery = new { method = Push, endpoint_url = desk.Events.Address, authorization_header = "Bearer of-the-receiver" } });
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser);
        party.Dispose();
        desk.Events.Answer = 503;
        await EndAsync(tokens, "yueshengshi");
        await Waiting.UntilAsync(() => desk.Events.Got.Count >= 2, "it is tried again", SessionsDesk.Stop);
        Assert.Contains(await desk.RowsAsync<SignalNotice>(), notice => notice.LastFault == "CB2078");
        desk.Events.Answer = 400;
        await Waiting.UntilAsync(async () => (await desk.RowsAsync<SignalNotice>()).Any(notice => notice.LastFault == "CB2079"), "it is refused", SessionsDesk.Stop);
        desk.Events.Answer = 202;
        await Waiting.UntilAsync(async () => (await desk.RowsAsync<SignalNotice>()).All(notice => notice.Status == NoticeStatus.Confirmed), "it is taken", SessionsDesk.Stop);

        var got = desk.Events.Got.ToList();
        Assert.All(got, one => Assert.Equal(("application/secevent+jwt", "Bearer of-the-receiver"), (one.ContentType, one.Authorization)));
        Assert.Single(got.Select(one => TokenAnswer.Payload(one.Token).GetProperty("jti").GetString()).Distinct());
        var claims = await VerifyAsync(got[^1].Token, "RS256");
        var mine = TokenAnswer.Payload(tokens.IdToken);
        Assert.Equal((desk.Ports.HubAddress.AbsoluteUri, "yueshengshi"), (claims.GetProperty("iss").GetString(), claims.GetProperty("aud").GetString()));
        Assert.False(claims.TryGetProperty("sub", out _) || claims.TryGetProperty("exp", out _));
        var subject = claims.GetProperty("sub_id");
        Assert.Equal("complex", subject.GetProperty("format").GetString());
        Assert.Equal(mine.GetProperty("sub").GetString(), subject.GetProperty("user").GetProperty("sub").GetString());
        Assert.Equal(mine.GetProperty("sid").GetString(), subject.GetProperty("session").GetProperty("id").GetString());
        Assert.Equal("user", claims.GetProperty("events").GetProperty(Revoked).GetProperty("initiating_entity").GetString());
    }

    [Fact]
    [Trait(Module.Trait, "openid-ssf-transmitter-stream-verification-poll-and-ack")]
    [Trait(Module.Trait, "openid-ssf-transmitter-stream-verification-ack-only")]
    public async Task Events_are_fetched_in_order_signed_by_the_receiver_s_algorithm_until_they_are_acknowledged()
    {
        var id = await CreateAsync(shangMi, new { });
        using var browser = SandboxFixture.NewBrowser();
        var (low, first) = await desk.SignInAsync(browser, "yueshangtong", "r4");
        first.Dispose();
        var (_, second) = await desk.SignInAsync(browser, "yueshangtong", "r4", ("acr_values", "urn:crossborder:loa:substantial"));
        second.Dispose();
        await EndAsync(low, "yueshangtong");

        var one = await PollAsync(id, new { maxEvents = 1, returnImmediately = true });
        Assert.True(one.GetProperty("moreAvailable").GetBoolean());
        var taken = one.GetProperty("sets").EnumerateObject().Single();
        var change = (await VerifyAsync(taken.Value.GetString()!, "SGD_SM3_SM2")).GetProperty("events").GetProperty(Level);
        Assert.Equal("increase", change.GetProperty("change_direction").GetString());
        Assert.Equal("urn:crossborder:loa:substantial", change.GetProperty("current_level").GetString());
        // Not acknowledged, it comes again, under the same id.
        Assert.Equal(taken.Name, (await PollAsync(id, new { maxEvents = 1, returnImmediately = true })).GetProperty("sets").EnumerateObject().Single().Name);

        var next = await PollAsync(id, new { ack = new[] { taken.Name, "none-of-mine" }, returnImmediately = true });
        var revoked = next.GetProperty("sets").EnumerateObject().Single();
        Assert.True((await VerifyAsync(revoked.Value.GetString()!, "SGD_SM3_SM2")).GetProperty("events").TryGetProperty(Revoked, out _));
        var rest = await PollAsync(id, new { setErrs = new Dictionary<string, object> { [revoked.Name] = new { err = "invalid_key", description = "?" } }, returnImmediately = true });
        Assert.Empty(rest.GetProperty("sets").EnumerateObject());
        Assert.False(rest.GetProperty("moreAvailable").GetBoolean());
        foreach (var wrong in new[] { """{"maxEvents":-1}""", """{"ack":"x"}""", """{"setErrs":[]}""", """{"returnImmediately":1}""", "[]" })
            Assert.Equal(400, (await desk.CallAsync(shangMi, HttpMethod.Post, "signals/poll/" + id, wrong)).Status);
    }

    [Fact]
    [Trait(Module.Trait, "openid-ssf-transmitter-stream-verification-poll-only")]
    public async Task A_receiver_that_waits_gets_an_event_when_it_happens()
    {
        var id = await CreateAsync(shangMi, new { });
        var polling = PollAsync(id, new { maxEvents = 5 });
        Assert.Equal(204, (await desk.CallAsync(shangMi, HttpMethod.Post, "signals/verification", new { stream_id = id, state = "seen" })).Status);
        var sets = (await polling).GetProperty("sets").EnumerateObject().ToList();
        if (sets.Count == 0)
            sets = [.. (await PollAsync(id, new { returnImmediately = true })).GetProperty("sets").EnumerateObject()];

        var claims = await VerifyAsync(Assert.Single(sets).Value.GetString()!, "SGD_SM3_SM2");
        Assert.Equal("seen", claims.GetProperty("events").GetProperty(Verification).GetProperty("state").GetString());
        Assert.Equal(id, claims.GetProperty("sub_id").GetProperty("id").GetString());
    }

    [Fact]
    [Trait(Module.Trait, "openid-ssf-transmitter-stream-verification-push")]
    [Trait(Module.Trait, "openid-ssf-transmitter-stream-verification-error-push-no-auth")]
    public async Task A_verification_event_is_posted_and_asking_too_often_is_refused()
    {
        var id = await CreateAsync(rsa, new { delivery = new { method = Push, endpoint_url = desk.Events.Address } });
        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => desk.CallAsync(rsa, HttpMethod.Post, "signals/verification", new { stream_id = id })));
        Assert.Contains(asked, answer => answer.Status == 204);
        Assert.All(asked, answer => Assert.True(answer.Status == 204 || answer.Json.GetProperty("code").GetString() == "CB8001"));
        await Waiting.UntilAsync(() => !desk.Events.Got.IsEmpty, "it is posted", SessionsDesk.Stop);
        Assert.True(desk.Events.Got.TryPeek(out var got));
        Assert.Equal("", got.Authorization);
        Assert.True((await VerifyAsync(got.Token, "RS256")).GetProperty("events").TryGetProperty(Verification, out _));
    }

    [Fact]
    [Trait(Module.Trait, "openid-ssf-stream-subject-control")]
    public async Task A_receiver_hears_of_those_it_knows_and_of_nobody_whom_it_took_out()
    {
        var id = await CreateAsync(shangMi, new { });
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser, "yueshangtong", "r2");
        party.Dispose();
        var subject = new { format = "iss_sub", iss = desk.Ports.HubAddress.AbsoluteUri, sub = TokenAnswer.Payload(tokens.IdToken).GetProperty("sub").GetString() };
        Assert.Equal(204, (await desk.CallAsync(shangMi, HttpMethod.Post, "signals/subjects/remove", new { stream_id = id, subject })).Status);
        await EndAsync(tokens, "yueshangtong");
        Assert.Empty((await PollAsync(id, new { returnImmediately = true })).GetProperty("sets").EnumerateObject());

        Assert.Equal(200, (await desk.CallAsync(shangMi, HttpMethod.Post, "signals/subjects/add", new { stream_id = id, subject })).Status);
        using var again = SandboxFixture.NewBrowser();
        var (later, next) = await desk.SignInAsync(again, "yueshangtong", "r2");
        next.Dispose();
        await EndAsync(later, "yueshangtong");
        Assert.Single((await PollAsync(id, new { returnImmediately = true })).GetProperty("sets").EnumerateObject());

        // Whether somebody is known by another name, or to another client, nobody finds out.
        foreach (var unknown in new object[] { new { format = "email", email = "r2@example.test" }, new { format = "opaque", id = "x" }, subject with { iss = "https://other.example/" }, subject with { sub = "of-another" } })
        {
            Assert.Equal(200, (await desk.CallAsync(shangMi, HttpMethod.Post, "signals/subjects/add", new { stream_id = id, subject = unknown })).Status);
            Assert.Equal(204, (await desk.CallAsync(shangMi, HttpMethod.Post, "signals/subjects/remove", new { stream_id = id, subject = unknown })).Status);
        }

        Assert.Empty(await desk.RowsAsync<SilencedSubject>());
        foreach (var wrong in new object[] { "text", new { sub = "no-format" } })
            Assert.Equal(400, (await desk.CallAsync(shangMi, HttpMethod.Post, "signals/subjects/remove", new { stream_id = id, subject = wrong })).Status);
    }

    [Fact]
    public async Task A_paused_stream_holds_its_events_back_and_a_disabled_one_keeps_none()
    {
        var id = await CreateAsync(rsa, new { delivery = new { method = Push, endpoint_url = desk.Events.Address } });
        await desk.CallAsync(rsa, HttpMethod.Post, "signals/status", new { stream_id = id, status = "paused" });
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser, resident: "r6");
        party.Dispose();
        await EndAsync(tokens, "yueshengshi");
        Assert.All(await desk.RowsAsync<SignalNotice>(), notice => Assert.Equal((NoticeStatus.Waiting, notice.GiveUpAt), (notice.Status, notice.DueAt)));

        await desk.CallAsync(rsa, HttpMethod.Post, "signals/status", new { stream_id = id, status = "enabled" });
        await Waiting.UntilAsync(() => !desk.Events.Got.IsEmpty, "what was held back is posted", SessionsDesk.Stop);

        await desk.CallAsync(rsa, HttpMethod.Post, "signals/status", new { stream_id = id, status = "disabled" });
        using var again = SandboxFixture.NewBrowser();
        var (later, next) = await desk.SignInAsync(again, resident: "r6");
        next.Dispose();
        await EndAsync(later, "yueshengshi");
        Assert.DoesNotContain(await desk.RowsAsync<SignalNotice>(), notice => notice.Status == NoticeStatus.Waiting);
    }

    [Fact]
    public async Task A_credential_that_changed_at_home_is_passed_on_to_those_who_know_the_resident()
    {
        var id = await CreateAsync(shangMi, new { events_requested = new[] { Credential } });
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser, "yueshangtong", "r1");
        party.Dispose();
        await using (var scope = desk.HubServices.CreateAsyncScope())
        {
            var resident = await scope.ServiceProvider.GetRequiredService<ISessionRegister>()
                .FindResidentAsync("yueshangtong", TokenAnswer.Payload(tokens.IdToken).GetProperty("sub").GetString()!, SessionsDesk.Stop);
            await scope.ServiceProvider.GetRequiredService<ISignals>().CredentialChangedAsync(resident!, new CredentialChanged("pin", "update", false), SessionsDesk.Stop);
            await scope.ServiceProvider.GetRequiredService<ISessionRegister>().SaveAsync(SessionsDesk.Stop);
        }

        var set = Assert.Single((await PollAsync(id, new { returnImmediately = true })).GetProperty("sets").EnumerateObject());
        var claims = await VerifyAsync(set.Value.GetString()!, "SGD_SM3_SM2");
        Assert.Equal("iss_sub", claims.GetProperty("sub_id").GetProperty("format").GetString());
        Assert.Equal("update", claims.GetProperty("events").GetProperty(Credential).GetProperty("change_type").GetString());
    }

    private async Task<string> CreateAsync(string token, object body)
    {
        var (status, json) = await desk.CallAsync(token, HttpMethod.Post, "signals/streams", body);
        Assert.Equal(201, status);
        return json.GetProperty("stream_id").GetString()!;
    }

    private async Task<JsonElement> PollAsync(string id, object body)
    {
        var (status, json) = await desk.CallAsync(shangMi, HttpMethod.Post, "signals/poll/" + id, body);
        Assert.Equal(200, status);
        return json;
    }

    private async Task EndAsync(TokenAnswer tokens, string client)
    {
        var claims = TokenAnswer.Payload(tokens.IdToken);
        await using var scope = desk.HubServices.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<IVerifiedSessions>();
        var session = await sessions.FindForClientAsync(claims.GetProperty("sid").GetString()!, client, SessionsDesk.Stop);
        await sessions.EndAsync(session!.Id, SessionEnd.SignedOut, SessionsDesk.Stop);
    }

    private async Task<JsonElement> VerifyAsync(string token, string algorithm)
    {
        using var http = desk.NewHubClient();
        using var document = JsonDocument.Parse(await http.GetStringAsync(".well-known/jwks", SessionsDesk.Stop));
        var keys = document.RootElement.GetProperty("keys").EnumerateArray().Select(key => VerificationKey.FromJwk(key.GetRawText()).Value).ToList();
        var verified = SignedContent.Verify(token, new SignedContentPolicy { Type = "secevent+jwt", Algorithms = [algorithm], RegisteredKeys = keys });
        Assert.True(verified.Succeeded, verified.Succeeded ? "" : verified.Error.ToString());
        return TokenAnswer.Payload(token);
    }
}
