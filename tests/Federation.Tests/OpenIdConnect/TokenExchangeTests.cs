using System.Security.Claims;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.TokenExchange;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Federation.Tests.Verifications;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect;

/// <summary>Token exchange (RFC 8693): a relying party calls a department on a resident's behalf.</summary>
public sealed class TokenExchangeTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";
    private const string Department = DepartmentDesk.ClientId;
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_department_learns_who_acts_for_whom_and_the_token_opens_nothing_else()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await SignInAsync(client);

        var answer = await ExchangeAsync(client, tokens.AccessToken, ("scope", "identity"));

        Assert.Equal(200, answer.Status);
        Assert.Equal(AccessToken, answer["issued_token_type"]);
        Assert.Null(answer["refresh_token"]);
        Assert.Null(answer["id_token"]);
        var (before, after) = (TokenAnswer.Payload(tokens.AccessToken), TokenAnswer.Payload(answer.AccessToken));
        Assert.Equal(Department, after.GetProperty("aud").GetString());
        Assert.Equal("identity", after.GetProperty("scope").GetString());
        Assert.Equal("yueshengshi", after.GetProperty("act").GetProperty("sub").GetString());
        Assert.Equal(before.GetProperty("acr").GetString(), after.GetProperty("acr").GetString());
        Assert.InRange(after.GetProperty("exp").GetInt64() - after.GetProperty("iat").GetInt64(), 1, 300);
        foreach (var name in new[] { "sub", "sid" })
            Assert.NotEqual(before.GetProperty(name).GetString(), after.GetProperty(name).GetString());

        var told = await IntrospectAsync(answer.AccessToken);
        Assert.Equal("True", told["active"]);
        Assert.Contains("yueshengshi", told["act"], StringComparison.Ordinal);
        Assert.Equal(401, (await client.UserInfoAsync(answer.AccessToken)).Status);
        Assert.Equal(401, (await client.GetAsync("api/applications", answer.AccessToken)).Status);

        // It lives by the sign-in.
        await using (var scope = sandbox.HubServices.CreateAsyncScope())
        {
            var sessions = scope.ServiceProvider.GetRequiredService<IVerifiedSessions>();
            var session = await sessions.FindForClientAsync(before.GetProperty("sid").GetString()!, "yueshengshi", Stop);
            await sessions.EndAsync(session!.Id, SessionEnd.SignedOut, Stop);
        }

        Assert.Equal("False", (await IntrospectAsync(answer.AccessToken))["active"]);
        Assert.Contains("CB2004", (await ExchangeAsync(client, tokens.AccessToken))["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_exchanged_by_whom_it_was_issued_to_and_by_nobody_else()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var other = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        var theirs = await SignInAsync(other);

        Assert.Equal("invalid_grant", (await ExchangeAsync(client, theirs.AccessToken))["error"]);
        Assert.Equal("unauthorized_client", (await ExchangeAsync(other, theirs.AccessToken))["error"]);
    }

    [Fact]
    public async Task What_is_not_exchanged_is_refused_with_its_code()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await SignInAsync(client);

        Assert.Contains("CB2080", (await ExchangeAsync(client, tokens.AccessToken, ("actor_token", tokens.AccessToken), ("actor_token_type", AccessToken)))["error_description"], StringComparison.Ordinal);
        Assert.Contains("CB2080", (await ExchangeAsync(client, tokens.RefreshToken, ("subject_token_type", "urn:ietf:params:oauth:token-type:refresh_token")))["error_description"], StringComparison.Ordinal);
        Assert.Contains("CB2082", (await ExchangeAsync(client, tokens.AccessToken, ("audience", null)))["error_description"], StringComparison.Ordinal);
        Assert.Contains("CB2083", (await ExchangeAsync(client, tokens.AccessToken, ("scope", "openid")))["error_description"], StringComparison.Ordinal);
        Assert.Equal("invalid_target", (await ExchangeAsync(client, tokens.AccessToken, ("audience", "department-gd-npo")))["error"]);
        Assert.Equal("invalid_target", (await ExchangeAsync(client, tokens.AccessToken, ("resource", "https://elsewhere.example.test/")))["error"]);
        Assert.Equal("invalid_grant", (await ExchangeAsync(client, tokens.AccessToken[..^4] + "AAAA"))["error"]);
    }

    [Fact]
    public async Task What_was_taken_from_the_relying_party_since_is_not_handed_on()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await SignInAsync(client);
        var scopes = Party.Scopes;
        string[] all = [.. scopes];
        try
        {
            scopes.Remove("identity");
            var narrowed = TokenAnswer.Payload((await ExchangeAsync(client, tokens.AccessToken)).AccessToken).GetProperty("scope").GetString()!.Split(' ');
            Assert.Contains("profile", narrowed);
            Assert.DoesNotContain("identity", narrowed);
            Assert.Contains("CB2083", (await ExchangeAsync(client, tokens.AccessToken, ("scope", "identity")))["error_description"], StringComparison.Ordinal);
        }
        finally
        {
            scopes.Clear();
            scopes.AddRange(all);
        }
    }

    [Fact]
    public async Task Tokens_of_a_client_that_counts_no_more_open_nothing_CB2004()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await SignInAsync(client);
        var (settings, known) = (Settings, sandbox.HubServices.GetRequiredService<KnownClients>());
        var party = Party;
        try
        {
            settings.Remove(party);
            known.Take([]);

            Assert.Contains("CB2004", (await client.UserInfoAsync(tokens.AccessToken)).Challenge, StringComparison.Ordinal);
            Assert.Contains("CB2004", (await client.RefreshAsync(tokens.RefreshToken))["error_description"], StringComparison.Ordinal);
            Assert.Contains("CB2004", (await ExchangeAsync(client, tokens.AccessToken))["error_description"], StringComparison.Ordinal);
        }
        finally
        {
            settings.Add(party);
            known.Take([]);
        }
    }

    [Fact]
    public async Task A_chain_that_nobody_could_explain_is_refused_with_CB2084()
    {
        var identity = new ClaimsIdentity("test");
        identity.SetClaim("client_id", "c").SetAudiences("c");
        ActorChain.Set(identity, "c", ["b", "a"]);
        var token = new ClaimsPrincipal(identity);
        Assert.Equal(["c", "b", "a"], ActorChain.Of(token));
        Assert.Equal("a", ActorChain.OriginOf(token));
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var request = new OpenIddictRequest { ClientId = "c", SubjectTokenType = AccessToken };
        request.SetParameter("audience", "d");

        var refused = await scope.ServiceProvider.GetRequiredService<ExchangeToken>().RunAsync(request, token, Stop);

        Assert.Equal("CB2084", refused.Error.Code);
    }

    [Fact]
    public async Task A_resource_of_the_hub_may_be_named_and_no_other()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        using var browser = SandboxFixture.NewBrowser();
        var known = await client.SignInAsync(browser, "r1", ("resource", sandbox.Ports.HubAddress.AbsoluteUri));
        Assert.NotNull(known.Code);

        using var again = SandboxFixture.NewBrowser();
        var unknown = await client.SignInAsync(again, "r1", ("resource", "https://elsewhere.example.test/"));
        Assert.Equal("invalid_target", unknown.Page.Parameter("error"));
    }

    private List<RelyingPartyOptions> Settings => sandbox.HubServices.GetRequiredService<IOptions<RelyingPartiesOptions>>().Value.RelyingParties;

    private RelyingPartyOptions Party => Settings.Single(one => one.ClientId == "yueshengshi");

    private async Task<TokenAnswer> IntrospectAsync(string token)
    {
        using var desk = new DepartmentDesk(sandbox);
        using var client = new RelyingPartyClient(sandbox.Ports, Department) { Secret = null };
        return await client.AskAsync("connect/introspect", ("token", token), ("client_assertion_type", AssertionType), ("client_assertion", desk.Assertion()));
    }

    private static Task<TokenAnswer> ExchangeAsync(RelyingPartyClient client, string token, params (string Name, string? Value)[] changes) =>
        client.AskAsync("connect/token", [
            .. new (string Name, string? Value)[]
            {
                ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), ("subject_token", token), ("subject_token_type", AccessToken), ("audience", Department),
            }.ExceptBy(changes.Select(change => change.Name), field => field.Name),
            .. changes]);

    private static async Task<TokenAnswer> SignInAsync(RelyingPartyClient client)
    {
        using var browser = SandboxFixture.NewBrowser();
        return await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
    }
}
