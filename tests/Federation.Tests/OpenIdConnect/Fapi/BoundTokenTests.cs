using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Fapi;

/// <summary>Plan FAPI 2.0 Security Profile: codes, refresh tokens and access tokens that are bound to a key (RFC 9449).</summary>
[Collection(FapiHubs.Name)]
public sealed class BoundTokenTests(FapiHub sandbox)
{
    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-holder-of-key-required")]
    public async Task A_client_whose_tokens_are_bound_gets_none_without_a_proof_CB2034()
    {
        using var client = Client();
        var code = (await SignInAsync(client)).Code;
        using var key = client.Dpop;
        client.Dpop = null;
        var answer = await client.RedeemAsync(code);
        Assert.Equal((400, "invalid_dpop_proof"), (answer.Status, answer["error"]));
        Assert.StartsWith("CB2034", answer["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-mismatched-dpop-jkt-fails")]
    public async Task A_pushed_request_that_names_another_key_than_its_proof_is_refused_with_CB2033()
    {
        using var client = Client();
        using var other = new DpopKey();
        var answer = await client.PushAsync(("dpop_jkt", other.Thumbprint));
        Assert.Equal((400, "invalid_request"), (answer.Status, answer["error"]));
        Assert.StartsWith("CB2033", answer["error_description"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-token-endpoint-fails-with-mismatched-dpop-proof-jkt, fapi2-security-profile-final-ensure-token-endpoint-fails-with-mismatched-dpop-jkt, fapi2-security-profile-final-ensure-dpopproof-at-par-endpoint-binding-success, fapi2-security-profile-final-ensure-dpop-auth-code-binding-success")]
    public async Task A_code_is_for_the_holder_of_the_key_it_was_asked_for_with(bool byProof)
    {
        using var client = Client();
        using var first = client.Dpop;
        (string, string?)[] binding = byProof ? [] : [("dpop_jkt", first!.Thumbprint)];
        if (!byProof)
            client.Dpop = null;
        var code = (await SignInAsync(client, binding)).Code;

        using var other = new DpopKey();
        client.Dpop = other;
        Assert.Equal("invalid_grant", (await client.RedeemAsync(code))["error"]);

        client.Dpop = byProof ? null : first;
        code = (await SignInAsync(client, binding)).Code;
        client.Dpop = first;
        Assert.Equal("DPoP", (await client.RedeemAsync(code))["token_type"]);
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-authorization-code-is-bound-to-client")]
    public async Task A_code_is_its_clients_alone()
    {
        using var client = Client();
        using var thief = new FapiClient(sandbox.Ports, sandbox.Data, "fapi-sm2-rp");
        var code = (await SignInAsync(client)).Code;
        Assert.Equal("invalid_grant", (await thief.RedeemAsync(code, ("code_verifier", client.Verifier)))["error"]);
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-attempt-reuse-authorization-code-after-one-second")]
    public async Task A_code_holds_once_and_its_second_use_ends_what_the_first_gave()
    {
        using var client = Client();
        var code = (await SignInAsync(client)).Code;
        var tokens = await client.RedeemAsync(code);
        Assert.Equal(200, (await client.GetAsync("connect/userinfo", tokens.AccessToken)).Status);

        Assert.Equal("invalid_grant", (await client.RedeemAsync(code))["error"]);
        Assert.Equal(401, (await client.GetAsync("connect/userinfo", tokens.AccessToken)).Status);
        Assert.Equal(401, (await client.GetAsync("api/applications", tokens.AccessToken)).Status);
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-token-endpoint-fails-with-expired-auth-code")]
    public async Task A_code_lives_for_a_minute()
    {
        using var client = Client();
        var code = (await SignInAsync(client)).Code;
        using (sandbox.Ahead(TimeSpan.FromSeconds(62)))
            Assert.Equal("invalid_grant", (await client.RedeemAsync(code))["error"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0123456789012345678901234567890123456789012")]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-pkce-code-verifier-required, fapi2-security-profile-final-incorrect-pkce-code-verifier-rejected")]
    public async Task A_code_is_worth_nothing_without_its_verifier(string? verifier)
    {
        using var client = Client();
        Assert.Equal("invalid_grant", (await client.RedeemAsync((await SignInAsync(client)).Code, ("code_verifier", verifier)))["error"]);
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-refresh-token")]
    public async Task A_refresh_token_stays_the_same_is_its_clients_and_gives_tokens_bound_to_the_key_of_the_moment()
    {
        using var client = Client();
        var tokens = await client.RedeemAsync((await SignInAsync(client)).Code);

        var second = await client.RefreshAsync(tokens.RefreshToken);
        Assert.Equal((200, "DPoP"), (second.Status, second["token_type"]));
        Assert.Null(second["refresh_token"]);
        Assert.Equal(200, (await client.GetAsync("connect/userinfo", second.AccessToken)).Status);

        // A confidential client proves itself by its own key, and may take another for its proofs.
        using var before = client.Dpop;
        using var next = new DpopKey();
        client.Dpop = next;
        var third = await client.RefreshAsync(tokens.RefreshToken);
        Assert.Equal(next.Thumbprint, TokenAnswer.Payload(third.AccessToken).GetProperty("cnf").GetProperty("jkt").GetString());
        client.Dpop = null;
        Assert.Equal("invalid_dpop_proof", (await client.RefreshAsync(tokens.RefreshToken))["error"]);
        client.Dpop = next;
        Assert.Equal("invalid_client", (await client.RefreshAsync(tokens.RefreshToken, ("client_assertion", null), ("client_assertion_type", null)))["error"]);
        using var thief = new FapiClient(sandbox.Ports, sandbox.Data, "fapi-sm2-rp");
        Assert.Equal("invalid_grant", (await thief.RefreshAsync(tokens.RefreshToken))["error"]);
    }

    [Fact]
    public async Task Introspection_names_the_key_and_the_type()
    {
        using var client = Client();
        var tokens = await client.RedeemAsync((await SignInAsync(client)).Code);
        var answer = await client.AskAsync("connect/introspect", ("token", tokens.AccessToken));
        Assert.Equal(("True", "DPoP"), (answer["active"], answer["token_type"]));
        Assert.Equal(client.Dpop!.Thumbprint, answer.Json.GetProperty("cnf").GetProperty("jkt").GetString());
    }

    [Fact]
    public async Task Any_client_that_sends_a_proof_gets_bound_tokens_and_a_public_one_a_bound_refresh_token()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, FapiHub.NativeClient) { Scope = "openid offline_access", Secret = null };
        using var key = new DpopKey("PS256");
        using var other = new DpopKey("PS256");
        var result = await client.SignInAsync(browser, "r1", ("dpop_jkt", key.Thumbprint));
        (string, string)[] code = [("grant_type", "authorization_code"), ("code", result.Code!), ("redirect_uri", RelyingPartyClient.Callback), ("code_verifier", client.Verifier)];
        Assert.Equal("invalid_grant", (await AskAsync(other, code))["error"]);

        var tokens = await AskAsync(key, code);
        Assert.Equal("DPoP", tokens["token_type"]);
        Assert.Equal(key.Thumbprint, TokenAnswer.Payload(tokens.AccessToken).GetProperty("cnf").GetProperty("jkt").GetString());
        Assert.Equal(401, (await client.UserInfoAsync(tokens.AccessToken)).Status);
        Assert.Equal("invalid_grant", (await AskAsync(other, [("grant_type", "refresh_token"), ("refresh_token", tokens.RefreshToken)]))["error"]);
        Assert.Equal("invalid_grant", (await AskAsync(null, [("grant_type", "refresh_token"), ("refresh_token", tokens.RefreshToken)]))["error"]);

        var next = await AskAsync(key, [("grant_type", "refresh_token"), ("refresh_token", tokens.RefreshToken)]);
        Assert.Equal(200, next.Status);
        Assert.NotEqual(tokens.RefreshToken, next.RefreshToken);
        Assert.Equal("invalid_grant", (await AskAsync(other, [("grant_type", "refresh_token"), ("refresh_token", next.RefreshToken)]))["error"]);
    }

    private async Task<TokenAnswer> AskAsync(DpopKey? key, (string Name, string Value)[] fields)
    {
        using var http = sandbox.NewHubClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "connect/token")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("client_id", FapiHub.NativeClient), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
        };
        if (key is not null)
            request.Headers.Add("DPoP", key.Prove("POST", new Uri(sandbox.Ports.HubAddress, "connect/token")));
        return await TokenAnswer.OfAsync(http, request);
    }

    private FapiClient Client() => new(sandbox.Ports, sandbox.Data);

    private static async Task<SignInResult> SignInAsync(FapiClient client, params (string Name, string? Value)[] changes)
    {
        using var browser = SandboxFixture.NewBrowser();
        return await client.SignInAsync(browser, changes);
    }
}
