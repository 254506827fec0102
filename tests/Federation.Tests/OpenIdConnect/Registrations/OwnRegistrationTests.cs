using System.Text.Json.Nodes;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Registrations;

/// <summary>A developer reads, changes and deletes a registration with its own token (RFC 7592).</summary>
public sealed class OwnRegistrationTests(RegistrationRunning hub) : IClassFixture<RegistrationRunning>
{
    private static readonly string[] TwoAddresses = [RegistrationRunning.Callback, "https://app.example.test/second"];

    [Fact]
    public async Task Wider_scopes_and_other_addresses_count_once_they_are_approved_and_not_before()
    {
        var registered = await hub.ApprovedAsync();
        var id = registered["client_id"]!;
        var wider = Own(registered);
        wider["scope"] = "openid profile identity";
        wider["redirect_uris"] = new JsonArray("https://app.example.test/other");

        var changed = await hub.OwnAsync(HttpMethod.Put, id, registered["registration_access_token"], wider);

        Assert.True(changed.Status == 200, changed.Json.ToString());
        Assert.Equal("waiting", State(changed));
        Assert.Equal("openid profile", changed.Json.GetProperty("registration_status").GetProperty("in_force").GetProperty("scope").GetString());
        Assert.Null(changed["client_secret"]);
        // The token before is worth nothing; the one that came with the answer holds.
        Assert.Equal(401, (await hub.OwnAsync(HttpMethod.Get, id, registered["registration_access_token"])).Status);
        Assert.Equal("waiting", State(await hub.OwnAsync(HttpMethod.Get, id, changed["registration_access_token"])));
        Assert.Equal("invalid_request", (await AskAsync(registered, RegistrationRunning.Callback, "openid profile identity")).Parameter("error"));
        Assert.False((await AskAsync(registered, "https://app.example.test/other", "openid profile")).Stopped);
        using var client = hub.ClientOf(registered);
        var before = await SignInAsync(registered, RegistrationRunning.Callback, "openid profile");
        Assert.False((await client.UserInfoAsync(before.AccessToken)).Json.TryGetProperty("hk_id_number", out _));

        await hub.ApproveAsync(id);
        Assert.Equal("in_force", State(await hub.OwnAsync(HttpMethod.Get, id, changed["registration_access_token"])));
        var after = await SignInAsync(registered, "https://app.example.test/other", "openid profile identity");
        Assert.True((await client.UserInfoAsync(after.AccessToken)).Json.TryGetProperty("hk_id_number", out _));
    }

    [Fact]
    public async Task What_only_gives_something_up_counts_at_once()
    {
        using var key = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "one");
        using var leaked = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "leaked");
        var metadata = RegistrationRunning.Metadata();
        metadata["token_endpoint_auth_method"] = "private_key_jwt";
        metadata["redirect_uris"] = new JsonArray([.. TwoAddresses.Select(address => JsonValue.Create(address))]);
        metadata["jwks"] = new JsonObject { ["keys"] = new JsonArray(JsonNode.Parse(key.PublicKey.ToJwk()), JsonNode.Parse(leaked.PublicKey.ToJwk())) };
        var registered = await hub.ApprovedAsync(metadata);
        Assert.Null(registered["client_secret"]);

        var less = Own(registered);
        less["jwks"] = new JsonObject { ["keys"] = new JsonArray(JsonNode.Parse(key.PublicKey.ToJwk())) };
        less["redirect_uris"] = new JsonArray(RegistrationRunning.Callback);
        var changed = await hub.OwnAsync(HttpMethod.Put, registered["client_id"]!, registered["registration_access_token"], less);

        Assert.True(changed.Status == 200, changed.Json.ToString());
        Assert.Equal("in_force", State(changed));
    }

    [Fact]
    public async Task A_scope_that_was_given_up_does_not_flow_on_through_a_refresh()
    {
        var metadata = RegistrationRunning.Metadata();
        metadata["scope"] = "openid profile identity offline_access";
        metadata["grant_types"] = new JsonArray("authorization_code", "refresh_token");
        var registered = await hub.ApprovedAsync(metadata);
        var tokens = await SignInAsync(registered, RegistrationRunning.Callback, "openid profile identity offline_access");
        using var client = hub.ClientOf(registered);
        Assert.True((await client.UserInfoAsync(tokens.AccessToken)).Json.TryGetProperty("hk_id_number", out _));

        var less = Own(registered);
        less["scope"] = "openid profile offline_access";
        var changed = await hub.OwnAsync(HttpMethod.Put, registered["client_id"]!, registered["registration_access_token"], less);
        Assert.Equal("in_force", State(changed));
        await hub.TakenOverAsync();
        var refreshed = await client.RefreshAsync(tokens.RefreshToken);

        Assert.True(refreshed.Status == 200, refreshed.Json.ToString());
        var person = await client.UserInfoAsync(refreshed.AccessToken);
        Assert.Equal("CHAN Tai Man", person["name"]);
        Assert.False(person.Json.TryGetProperty("hk_id_number", out _));
    }

    [Fact]
    public async Task A_scope_that_was_given_up_is_not_answered_at_userinfo_for_the_tokens_of_before()
    {
        var metadata = RegistrationRunning.Metadata();
        metadata["scope"] = "openid profile identity";
        var registered = await hub.ApprovedAsync(metadata);
        var tokens = await SignInAsync(registered, RegistrationRunning.Callback, "openid profile identity");
        using var client = hub.ClientOf(registered);
        Assert.True((await client.UserInfoAsync(tokens.AccessToken)).Json.TryGetProperty("hk_id_number", out _));

        var less = Own(registered);
        less["scope"] = "openid profile";
        Assert.Equal("in_force", State(await hub.OwnAsync(HttpMethod.Put, registered["client_id"]!, registered["registration_access_token"], less)));
        await hub.TakenOverAsync();

        var person = await client.UserInfoAsync(tokens.AccessToken);
        Assert.Equal((200, "CHAN Tai Man"), (person.Status, person["name"]));
        Assert.False(person.Json.TryGetProperty("hk_id_number", out _));
    }

    [Fact]
    public async Task A_scope_that_was_given_up_is_not_granted_by_a_code_of_before()
    {
        var metadata = RegistrationRunning.Metadata();
        metadata["scope"] = "openid profile identity";
        var registered = await hub.ApprovedAsync(metadata);
        using var browser = RegistrationRunning.NewBrowserAt(RegistrationRunning.Callback);
        using var client = hub.ClientOf(registered, "openid profile identity");
        var back = await client.SignInAsync(browser, "r1", ("redirect_uri", RegistrationRunning.Callback));

        var less = Own(registered);
        less["scope"] = "openid profile";
        Assert.Equal("in_force", State(await hub.OwnAsync(HttpMethod.Put, registered["client_id"]!, registered["registration_access_token"], less)));
        await hub.TakenOverAsync();

        var tokens = await client.RedeemAsync(back.Page.Parameter("code"), ("redirect_uri", RegistrationRunning.Callback));
        Assert.Equal((200, "openid profile"), (tokens.Status, tokens["scope"]));
    }

    [Fact]
    public async Task A_secret_ends_once_a_version_without_one_counts()
    {
        using var key = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "one");
        var registered = await hub.ApprovedAsync();
        var id = registered["client_id"]!;
        var byKey = Own(registered);
        byKey["token_endpoint_auth_method"] = "private_key_jwt";
        byKey["jwks"] = new JsonObject { ["keys"] = new JsonArray(JsonNode.Parse(key.PublicKey.ToJwk())) };

        var changed = await hub.OwnAsync(HttpMethod.Put, id, registered["registration_access_token"], byKey);
        await hub.ApproveAsync(id);
        var back = await hub.OwnAsync(HttpMethod.Put, id, changed["registration_access_token"], Own(registered));

        // Another one is drawn: the one before was over.
        Assert.True(back.Status == 200, back.Json.ToString());
        Assert.StartsWith("sec_", back["client_secret"], StringComparison.Ordinal);
        Assert.NotEqual(registered["client_secret"], back["client_secret"]);
    }

    [Fact]
    public async Task A_change_that_waits_is_taken_back_by_sending_what_counts()
    {
        var registered = await hub.ApprovedAsync();
        var id = registered["client_id"]!;
        var wider = Own(registered);
        wider["scope"] = "openid profile identity";
        var changed = await hub.OwnAsync(HttpMethod.Put, id, registered["registration_access_token"], wider);
        Assert.Equal("waiting", State(changed));

        var back = await hub.OwnAsync(HttpMethod.Put, id, changed["registration_access_token"], Own(registered));

        Assert.Equal("in_force", State(back));
        Assert.Equal("openid profile", back["scope"]);
        Assert.Equal("in_force", State(await hub.OwnAsync(HttpMethod.Get, id, back["registration_access_token"])));
    }

    [Fact]
    public async Task Another_registrations_token_no_token_and_an_unknown_client_are_answered_alike()
    {
        var mine = await hub.RegisterAsync(RegistrationRunning.Metadata(), await hub.TicketAsync());
        var other = await hub.RegisterAsync(RegistrationRunning.Metadata(), await hub.TicketAsync());

        foreach (var (client, token) in new[]
        {
            (mine["client_id"]!, other["registration_access_token"]), (mine["client_id"]!, null), (mine["client_id"]!, mine["client_secret"]),
            ("rp-000000000000000000000000", mine["registration_access_token"]), ("yueshengshi", mine["registration_access_token"]),
        })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
            {
                var refused = await hub.OwnAsync(method, client, token);
                Assert.Equal((401, "invalid_token"), (refused.Status, refused["error"]));
                Assert.Contains("CB2116", refused["error_description"], StringComparison.Ordinal);
            }

            Assert.Equal(401, (await hub.OwnAsync(HttpMethod.Put, client, token, Own(mine))).Status);
        }

        Assert.Equal(200, (await hub.OwnAsync(HttpMethod.Get, mine["client_id"]!, mine["registration_access_token"])).Status);
    }

    [Theory]
    [InlineData("client_id", "yueshengshi")]
    [InlineData("client_secret", "a-guess")]
    [InlineData("registration_access_token", "mine")]
    public async Task A_change_names_itself_and_not_what_is_the_hubs_to_say(string name, string value)
    {
        var registered = await hub.RegisterAsync(RegistrationRunning.Metadata(), await hub.TicketAsync());
        var body = Own(registered);
        body[name] = value;

        var refused = await hub.OwnAsync(HttpMethod.Put, registered["client_id"]!, registered["registration_access_token"], body);

        Assert.Equal(400, refused.Status);
        Assert.Equal("/" + name, refused.Json.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task A_deleted_registration_is_gone_with_its_tokens()
    {
        var registered = await hub.ApprovedAsync();
        var tokens = await SignInAsync(registered, RegistrationRunning.Callback, "openid profile");
        using var client = hub.ClientOf(registered);
        Assert.Equal(200, (await client.UserInfoAsync(tokens.AccessToken)).Status);

        Assert.Equal(204, (await hub.OwnAsync(HttpMethod.Delete, registered["client_id"]!, registered["registration_access_token"])).Status);
        await hub.TakenOverAsync();

        Assert.Equal(401, (await client.UserInfoAsync(tokens.AccessToken)).Status);
        Assert.Equal(401, (await hub.OwnAsync(HttpMethod.Get, registered["client_id"]!, registered["registration_access_token"])).Status);
    }

    private static string? State(TokenAnswer answer) => answer.Json.GetProperty("registration_status").GetProperty("state").GetString();

    /// <summary>What was registered, as it may be sent again.</summary>
    private static JsonObject Own(TokenAnswer registered)
    {
        var body = JsonNode.Parse(registered.Json.GetRawText())!.AsObject();
        foreach (var ours in new[] { "registration_access_token", "registration_client_uri", "client_secret", "client_secret_expires_at", "client_id_issued_at", "registration_status" })
            body.Remove(ours);
        return body;
    }

    private async Task<Page> AskAsync(TokenAnswer registered, string callback, string scope)
    {
        using var client = hub.ClientOf(registered, scope);
        using var browser = RegistrationRunning.NewBrowserAt(callback);
        return await browser.GoAsync(client.AuthorizeAddress(("redirect_uri", callback)), TestContext.Current.CancellationToken);
    }

    private async Task<TokenAnswer> SignInAsync(TokenAnswer registered, string callback, string scope)
    {
        using var client = hub.ClientOf(registered, scope);
        using var browser = RegistrationRunning.NewBrowserAt(callback);
        var back = await client.SignInAsync(browser, "r1", ("redirect_uri", callback));
        Assert.True(back.Page.Stopped, back.Page.Text);
        return await client.RedeemAsync(back.Page.Parameter("code"), ("redirect_uri", callback));
    }
}
