using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Officers;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OpenIddict.Abstractions;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Registrations;

/// <summary>A relying party registers itself, two officers approve it in the console, and residents sign in there.</summary>
public sealed class RegistrationTests(RegistrationRunning hub) : IClassFixture<RegistrationRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_two_officers_approve_signs_a_resident_in_and_ends_when_one_suspends_it()
    {
        using var first = await SandboxOfficer.EnterAsync(hub, "officer-a");
        using var second = await SandboxOfficer.EnterAsync(hub, "officer-b");
        var issued = await first.PostAsync("/console/relying-parties", ("step", "issue"), ("holder", "Harbour Library"), ("uses", "1"), ("days", "7"), ("code", await first.FreshCodeAsync()));
        var ticket = issued.Text[issued.Text.IndexOf("iat_", StringComparison.Ordinal)..].Split(' ', '\n', '\t')[0].Trim();

        var metadata = RegistrationRunning.Metadata();
        metadata["client_name"] = "<b>Harbour</b> Library";
        var registered = await hub.RegisterAsync(metadata, ticket);
        Assert.True(registered.Status == 201, registered.Json.ToString());
        Assert.Equal("waiting", registered.Json.GetProperty("registration_status").GetProperty("state").GetString());
        Assert.DoesNotContain(ticket, (await first.GoAsync("/console/relying-parties")).Html, StringComparison.Ordinal);

        // Registered is not approved, and one officer is not two.
        var id = registered["client_id"]!;
        var page = "/console/relying-parties/" + id;
        Assert.Contains("CB2115", (await AuthorizeAsync(registered)).Text, StringComparison.Ordinal);
        var shown = await first.GoAsync(page);
        Assert.Contains("&lt;b&gt;Harbour", shown.Html, StringComparison.Ordinal);
        var version = shown.Forms.First(form => form.Fields.ContainsKey("version")).Fields["version"];
        Assert.Equal(HttpStatusCode.Found, (await first.PostAsync(page, ("step", "approve"), ("version", version), ("code", await first.FreshCodeAsync()))).Status);
        Assert.Contains("CB6171", (await first.PostAsync(page, ("step", "approve"), ("version", version), ("code", await first.FreshCodeAsync()))).Text, StringComparison.Ordinal);
        Assert.Contains("CB2115", (await AuthorizeAsync(registered)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await second.PostAsync(page, ("step", "approve"), ("version", version), ("code", await second.FreshCodeAsync()))).Status);
        await hub.TakenOverAsync();

        using var client = hub.ClientOf(registered);
        using var browser = RegistrationRunning.NewBrowserAt(RegistrationRunning.Callback);
        var back = await client.SignInAsync(browser, "r1", ("redirect_uri", RegistrationRunning.Callback));
        Assert.Contains(back.Shown, asked => asked.Text.Contains("讓您借書", StringComparison.Ordinal));
        var tokens = await client.RedeemAsync(back.Page.Parameter("code"), ("redirect_uri", RegistrationRunning.Callback));
        Assert.Equal("ES256", TokenAnswer.Header(tokens.IdToken).GetProperty("alg").GetString());
        Assert.Equal("CHAN Tai Man", (await client.UserInfoAsync(tokens.AccessToken))["name"]);

        // One officer stops it at once, with all its tokens; another lets it go on.
        Assert.Equal(HttpStatusCode.Found, (await first.PostAsync(page, ("step", "suspend"), ("code", await first.FreshCodeAsync()))).Status);
        await hub.TakenOverAsync();
        Assert.Equal(401, (await client.UserInfoAsync(tokens.AccessToken)).Status);
        Assert.Contains("CB2115", (await AuthorizeAsync(registered)).Text, StringComparison.Ordinal);
        Assert.Contains("CB6171", (await first.PostAsync(page, ("step", "resume"), ("code", await first.FreshCodeAsync()))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await second.PostAsync(page, ("step", "resume"), ("code", await second.FreshCodeAsync()))).Status);
        Assert.Contains("CB6170", (await second.PostAsync(page, ("step", "resume"), ("code", await second.FreshCodeAsync()))).Text, StringComparison.Ordinal);
        Assert.Contains("CB6173", (await second.GoAsync("/console/relying-parties/rp-nobody")).Text, StringComparison.Ordinal);
        Assert.Contains("CB6174", (await first.PostAsync("/console/relying-parties", ("step", "issue"), ("holder", ""), ("uses", "0"), ("days", "7"), ("code", await first.FreshCodeAsync()))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_that_holds_nothing_is_registered()
    {
        var ticket = await hub.TicketAsync();

        foreach (var token in new[] { null, "iat_made-up", "" })
        {
            var refused = await hub.RegisterAsync(RegistrationRunning.Metadata(), token);
            Assert.Equal((401, "invalid_token"), (refused.Status, refused["error"]));
            Assert.Contains("CB2110", refused["error_description"], StringComparison.Ordinal);
        }

        Assert.Equal(201, (await hub.RegisterAsync(RegistrationRunning.Metadata(), ticket)).Status);
        Assert.Equal(401, (await hub.RegisterAsync(RegistrationRunning.Metadata(), ticket)).Status);
    }

    [Fact]
    public async Task A_refused_registration_does_not_use_the_token_up_and_tells_all_that_is_wrong()
    {
        var ticket = await hub.TicketAsync();
        var faulty = RegistrationRunning.Metadata();
        faulty["scope"] = "openid identity.verify";
        faulty["jwks_uri"] = "http://169.254.169.254/latest/meta-data";
        faulty["backchannel_logout_uri"] = "https://10.0.0.1/logout";
        faulty["token_endpoint_auth_method"] = "client_secret_jwt";
        faulty.Remove("client_name#zh-Hant");

        var refused = await hub.RegisterAsync(faulty, ticket);

        Assert.Equal((400, "invalid_client_metadata"), (refused.Status, refused["error"]));
        Assert.Contains("CB2111", refused["error_description"], StringComparison.Ordinal);
        Assert.Equal(
            ["/backchannel_logout_uri", "/client_name#zh-Hant", "/jwks_uri", "/scope", "/token_endpoint_auth_method"],
            refused.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(201, (await hub.RegisterAsync(RegistrationRunning.Metadata(), ticket)).Status);
    }

    [Fact]
    public async Task Protection_that_is_not_offered_is_refused_and_not_passed_over()
    {
        string[] names =
        [
            "authorization_encrypted_response_alg", "authorization_encrypted_response_enc", "authorization_signed_response_alg", "default_acr_values", "default_max_age",
            "id_token_encrypted_response_alg", "id_token_encrypted_response_enc", "introspection_encrypted_response_alg", "introspection_encrypted_response_enc",
            "introspection_signed_response_alg", "jwks_uri", "request_object_encryption_alg", "request_object_encryption_enc", "request_object_signing_alg",
            "require_auth_time", "require_pushed_authorization_requests", "require_signed_request_object", "tls_client_auth_san_dns", "tls_client_auth_san_email",
            "tls_client_auth_san_ip", "tls_client_auth_san_uri", "tls_client_auth_subject_dn", "tls_client_certificate_bound_access_tokens",
            "userinfo_encrypted_response_alg", "userinfo_encrypted_response_enc", "userinfo_signed_response_alg",
        ];
        var (asks, asksNothing) = (RegistrationRunning.Metadata(), RegistrationRunning.Metadata());
        foreach (var name in names)
            (asks[name], asksNothing[name]) = (true, false);
        var ticket = await hub.TicketAsync();

        var refused = await hub.RegisterAsync(asks, ticket);

        Assert.Equal((400, "invalid_client_metadata"), (refused.Status, refused["error"]));
        Assert.Equal(names.Select(name => "/" + name), refused.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(201, (await hub.RegisterAsync(asksNothing, ticket)).Status);
    }

    [Theory]
    [InlineData("key_ops", "\"verify\"")]
    [InlineData("x5c", "\"MIIB\"")]
    [InlineData("alg", "5")]
    public async Task A_key_that_the_protocol_cannot_store_is_refused_before_an_officer_sees_it(string member, string value)
    {
        using var key = SoftwareSigningKey.Generate(AlgorithmCatalogue.ES256, "one");
        var jwk = JsonNode.Parse(key.PublicKey.ToJwk())!.AsObject();
        jwk[member] = JsonNode.Parse(value);
        var faulty = RegistrationRunning.Metadata();
        faulty["token_endpoint_auth_method"] = "private_key_jwt";
        faulty["jwks"] = new JsonObject { ["keys"] = new JsonArray(jwk) };

        var refused = await hub.RegisterAsync(faulty, await hub.TicketAsync());

        Assert.Equal((400, "invalid_client_metadata"), (refused.Status, refused["error"]));
        Assert.Contains("CB2111", refused["error_description"], StringComparison.Ordinal);
        Assert.Equal("/jwks", refused.Json.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task One_row_that_cannot_be_stored_does_not_keep_the_others_back()
    {
        var (bad, good) = ((await hub.ApprovedAsync())["client_id"]!, (await hub.ApprovedAsync())["client_id"]!);
        await using var scope = hub.HubServices.CreateAsyncScope();
        var inForce = await scope.ServiceProvider.GetRequiredService<IRegistrations>().InForceAsync(Stop);
        var clients = inForce.Select(one => RegisteredClient.Of(one).Value).OrderByDescending(client => client.Options.ClientId == bad)
            .ToDictionary(client => client.Options.ClientId, client => client with { Mark = client.Mark + " again" }, StringComparer.Ordinal);
        // As an earlier release would have let it in.
        clients[bad] = clients[bad] with { Keys = new ClientKeySet("""{"keys":[{"kty":"EC","key_ops":"verify"}]}""", [], []) };

        var log = new KeptLog<RegisteredApplications>();
        var kept = new RegisteredApplications(hub.HubServices.GetRequiredService<IServiceScopeFactory>(), new RegistrationFaults(), log);
        Assert.False(await kept.KeepAsync(clients, all: false, Stop));
        Assert.False(await kept.KeepAsync(clients, all: false, Stop));

        // Told once, however often it is tried.
        Assert.Equal([2305], log.Events);

        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var row = await applications.FindByClientIdAsync(good, Stop);
        Assert.Equal(clients[good].Mark, (await applications.GetSettingsAsync(row!, Stop))[RegisteredApplications.Mark]);
    }

    [Fact]
    public async Task What_cannot_be_written_is_tried_again_after_longer_and_longer_until_it_can()
    {
        var client = await hub.RegisterAsync(RegistrationRunning.Metadata(), await hub.TicketAsync());
        await using var scope = hub.HubServices.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<HubDbContext>().Database;
        await database.ExecuteSqlRawAsync("""CREATE TRIGGER "Full" BEFORE INSERT ON "OpenIddictApplications" BEGIN SELECT RAISE(ABORT, 'the disk is full'); END""", Stop);
        var (clock, log) = (new FakeTimeProvider(TimeProvider.System.GetUtcNow()), new KeptLog<RegistrationWatch>());
        var known = new KnownClients(hub.HubServices.GetRequiredService<IOptions<RelyingPartiesOptions>>());
        var watch = ActivatorUtilities.CreateInstance<RegistrationWatch>(hub.HubServices, clock, log, known);
        try
        {
            await hub.DecideAsync(client["client_id"]!);
            var tries = new List<int> { 0 };
            foreach (var seconds in (int[])[0, 0, 1, 1, 1, 3, 1])
            {
                clock.Advance(TimeSpan.FromSeconds(seconds));
                var before = known.All;
                await watch.LookAsync(Stop);
                tries.Add(tries[^1] + (ReferenceEquals(before, known.All) ? 0 : 1));
            }

            // After one second, two, and four.
            Assert.Equal([0, 1, 1, 2, 2, 3, 3, 4], tries);
            // And not told as done.
            Assert.DoesNotContain(2301, log.Events);
        }
        finally
        {
            await database.ExecuteSqlRawAsync("DROP TRIGGER \"Full\"", Stop);
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        await watch.LookAsync(Stop);
        Assert.Contains(2301, log.Events);
        Assert.True(watch.IsAt(await scope.ServiceProvider.GetRequiredService<IRegistrations>().InForceMarksAsync(Stop)));
        await hub.TakenOverAsync();
    }

    [Fact]
    public async Task A_redirect_address_that_is_not_safe_is_refused_by_its_own_name()
    {
        var faulty = RegistrationRunning.Metadata();
        faulty["redirect_uris"] = new JsonArray("https://app.example.test/callback", "https://*.example.test/callback");

        var refused = await hub.RegisterAsync(faulty, await hub.TicketAsync());

        Assert.Equal((400, "invalid_redirect_uri"), (refused.Status, refused["error"]));
        Assert.Contains("CB2112", refused["error_description"], StringComparison.Ordinal);
        Assert.Equal("/redirect_uris/1", refused.Json.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Nobody_buries_the_officers_under_registrations()
    {
        var ticket = await hub.TicketAsync(uses: 10);
        for (var count = 0; count < 4; count++)
            Assert.Equal(201, (await hub.RegisterAsync(RegistrationRunning.Metadata(), ticket)).Status);

        var refused = await hub.RegisterAsync(RegistrationRunning.Metadata(), ticket);

        Assert.Equal(429, refused.Status);
        Assert.Contains("CB2117", refused["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registering_and_deleting_again_and_again_comes_to_an_end()
    {
        var ticket = await hub.TicketAsync(uses: 10);
        for (var count = 0; count < 6; count++)
        {
            var registered = await hub.RegisterAsync(RegistrationRunning.Metadata(), ticket);
            Assert.True(registered.Status == 201, registered.Json.ToString());
            Assert.Equal(204, (await hub.OwnAsync(HttpMethod.Delete, registered["client_id"]!, registered["registration_access_token"])).Status);
        }

        var refused = await hub.RegisterAsync(RegistrationRunning.Metadata(), ticket);

        Assert.Equal(429, refused.Status);
        Assert.Contains("CB2117", refused["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_registrations_with_the_last_use_of_a_token_one_is_stored()
    {
        var ticket = await hub.TicketAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hub.RegisterAsync(RegistrationRunning.Metadata(), ticket)));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.True(answer.Status is 401 or 409, answer.Json.ToString()));
    }

    [Fact]
    public async Task Of_two_officers_who_decide_at_the_same_moment_one_is_told_so()
    {
        var id = (await hub.RegisterAsync(RegistrationRunning.Metadata(), await hub.TicketAsync()))["client_id"]!;
        await using var one = hub.HubServices.CreateAsyncScope();
        await using var other = hub.HubServices.CreateAsyncScope();
        // Both have the page before them.
        var version = (await other.ServiceProvider.GetRequiredService<IRegistrations>().VersionsAsync(id, Stop))[0].Id;
        await other.ServiceProvider.GetRequiredService<IRegistrations>().FindAsync(id, Stop);

        var sentBack = await one.ServiceProvider.GetRequiredService<OfficerRegistrations>().SendBackAsync(id, version, "Say why.", "officer-a", Stop);
        var approved = await other.ServiceProvider.GetRequiredService<OfficerRegistrations>().ApproveAsync(id, version, "officer-b", Stop);

        Assert.True(sentBack.Succeeded);
        Assert.Equal("CB6172", approved.Error.Code);
    }

    [Fact]
    public async Task Secrets_are_kept_as_hashes_alone()
    {
        var registered = await hub.RegisterAsync(RegistrationRunning.Metadata(), await hub.TicketAsync());
        await using var scope = hub.HubServices.CreateAsyncScope();

        var row = await scope.ServiceProvider.GetRequiredService<IRegistrations>().FindAsync(registered["client_id"]!, Stop);

        Assert.Equal(SecretTokens.HashOf(registered["client_secret"]!), row!.SecretHash);
        Assert.Equal(SecretTokens.HashOf(registered["registration_access_token"]!), row.AccessTokenHash);
        Assert.Equal(0, registered.Json.GetProperty("client_secret_expires_at").GetInt64());
    }

    [Fact]
    public async Task Discovery_says_where_relying_parties_register()
    {
        using var http = hub.NewHubClient();

        var metadata = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(".well-known/openid-configuration", Stop));

        Assert.Equal(new Uri(hub.Ports.HubAddress, "connect/register").AbsoluteUri, metadata.GetProperty("registration_endpoint").GetString());
    }

    private async Task<Page> AuthorizeAsync(TokenAnswer registered)
    {
        using var client = hub.ClientOf(registered);
        using var browser = RegistrationRunning.NewBrowserAt(RegistrationRunning.Callback);
        return await browser.GoAsync(client.AuthorizeAddress(("redirect_uri", RegistrationRunning.Callback)), Stop);
    }
}
