using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.OpenIdFederation;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdFederation;

/// <summary>Plan OpenID Federation, deployed entity: a stranger walks from the well-known addresses alone.</summary>
public sealed class DeployedEntityTests(FederationRunning sandbox) : IClassFixture<FederationRunning>
{
    private const string StatementType = "application/entity-statement+jwt";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait(Module.Trait, "openid-federation-entity-configuration")]
    public async Task The_hub_says_who_it_is_as_its_discovery_does_and_nobody_stands_above_it()
    {
        var hub = await ConfigurationAsync(sandbox.Hub);
        Assert.Equal("entity-statement+jwt", hub.Header.GetProperty("typ").GetString());
        Assert.True(hub.IsSignedBy(hub.Keys));
        Assert.Equal((sandbox.Hub, sandbox.Hub), (hub["iss"], hub["sub"]));
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        // It may have been signed for somebody who asked before.
        Assert.InRange(long.Parse(hub["iat"]!, null), now - (long)(new OpenIdFederationOptions().StatementLifetime / SignedStatements.Part).TotalSeconds - 60, now + 1);
        Assert.True(long.Parse(hub["exp"]!, null) > now);
        foreach (var absent in new[] { "authority_hints", "metadata_policy" })
            Assert.False(hub.Has(absent), absent);

        var metadata = hub.Claims.GetProperty("metadata");
        foreach (var endpoint in new[] { "fetch", "list", "resolve" })
            Assert.StartsWith(sandbox.Hub, metadata.GetProperty("federation_entity").GetProperty($"federation_{endpoint}_endpoint").GetString(), StringComparison.Ordinal);
        using var http = sandbox.NewHubClient();
        var discovery = JsonNode.Parse(await http.GetStringAsync(new Uri(".well-known/openid-configuration", UriKind.Relative), Stop))!;
        var provider = JsonNode.Parse(metadata.GetProperty("openid_provider").GetRawText())!.AsObject();
        foreach (var added in new[] { "client_registration_types_supported", "request_authentication_methods_supported", "request_authentication_signing_alg_values_supported" })
            Assert.True(provider.Remove(added), added);
        Assert.Equal(discovery.ToJsonString(), provider.ToJsonString());

        // Keys for the federation are for nothing else, and the other way round.
        var tokens = await http.GetStringAsync(new Uri(".well-known/jwks", UriKind.Relative), Stop);
        Assert.All(hub.Keys.EnumerateArray(), key => Assert.DoesNotContain(key.GetProperty("kid").GetString()!, tokens, StringComparison.Ordinal));
        Assert.All(hub.Keys.EnumerateArray(), key => Assert.False(key.TryGetProperty("d", out _)));
    }

    [Fact]
    [Trait(Module.Trait, "openid-federation-entity-configuration, openid-federation-preconfigured-keys-match-trust-anchors-keys, openid-federation-compare-trust-chain-to-resolve")]
    public async Task The_chain_of_a_member_that_a_stranger_builds_is_the_one_that_the_hub_resolves()
    {
        var leaf = await ConfigurationAsync(sandbox.SandboxMember);
        Assert.True(leaf.IsSignedBy(leaf.Keys));
        var superior = Assert.Single(leaf.Claims.GetProperty("authority_hints").EnumerateArray()).GetString()!;
        var anchor = await ConfigurationAsync(superior);
        var entity = anchor.Claims.GetProperty("metadata").GetProperty("federation_entity");

        var (_, _, list) = await GetAsync(entity.GetProperty("federation_list_endpoint").GetString()!);
        Assert.Contains(sandbox.SandboxMember, JsonSerializer.Deserialize<string[]>(list)!);
        var (_, type, fetched) = await GetAsync(entity.GetProperty("federation_fetch_endpoint").GetString() + "?sub=" + Uri.EscapeDataString(sandbox.SandboxMember));
        Assert.Equal(StatementType, type);
        var statement = EntityStatement.Parse(fetched);
        Assert.True(statement.IsSignedBy(anchor.Keys));
        Assert.Equal((sandbox.Hub, sandbox.SandboxMember), (statement["iss"], statement["sub"]));
        Assert.False(statement.Has("authority_hints"));
        Assert.False(statement.Has("metadata"));
        Assert.True(leaf.IsSignedBy(statement.Keys));
        // The keys that operators were given out of band are those that the anchor shows.
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "federation", "relying-party.jwks"), Stop), statement.Claims.GetProperty("jwks").GetRawText() + "\n");

        var (_, resolvedType, text) = await GetAsync($"{entity.GetProperty("federation_resolve_endpoint").GetString()}?sub={Uri.EscapeDataString(sandbox.SandboxMember)}&trust_anchor={Uri.EscapeDataString(superior)}");
        Assert.Equal("application/resolve-response+jwt", resolvedType);
        var resolved = EntityStatement.Parse(text);
        Assert.True(resolved.IsSignedBy(anchor.Keys));
        Assert.Equal("resolve-response+jwt", resolved.Header.GetProperty("typ").GetString());
        var chain = resolved.Claims.GetProperty("trust_chain").EnumerateArray().Select(one => EntityStatement.Parse(one.GetString()!)).ToList();
        Assert.Equal(3, chain.Count);
        foreach (var (mine, theirs) in new[] { leaf, statement, anchor }.Zip(chain))
            Assert.Equal(Timeless(mine), Timeless(theirs));
        // The hub's own are kept, and so the same to the letter.
        Assert.Equal([statement.Compact, anchor.Compact], chain.Skip(1).Select(one => one.Compact));
        Assert.Equal(chain.Min(one => long.Parse(one["exp"]!, null)), long.Parse(resolved["exp"]!, null));

        // What the member claims beyond its registration is gone.
        var client = resolved.Claims.GetProperty("metadata").GetProperty("openid_relying_party");
        Assert.Equal(sandbox.SandboxMember + "signin-oidc", Assert.Single(client.GetProperty("redirect_uris").EnumerateArray()).GetString());
        Assert.Equal("openid profile", client.GetProperty("scope").GetString());
    }

    [Fact]
    [Trait(Module.Trait, "openid-federation-compare-trust-chain-to-resolve")]
    public async Task The_hub_resolves_to_itself_and_to_the_types_that_were_asked_for()
    {
        var hub = Uri.EscapeDataString(sandbox.Hub.TrimEnd('/'));
        var (_, _, text) = await GetAsync($"{sandbox.Hub}federation/resolve?sub={hub}&trust_anchor=https%3A%2F%2Fother.example&trust_anchor={hub}&entity_type=openid_provider");
        var resolved = EntityStatement.Parse(text);
        Assert.Equal(Timeless(await ConfigurationAsync(sandbox.Hub)), Timeless(EntityStatement.Parse(Assert.Single(resolved.Claims.GetProperty("trust_chain").EnumerateArray()).GetString()!)));
        Assert.Equal(["openid_provider"], resolved.Claims.GetProperty("metadata").EnumerateObject().Select(type => type.Name));
    }

    [Theory]
    [Trait(Module.Trait, "openid-federation-ensure-fetch-with-invalid-sub-fails, openid-federation-ensure-fetch-with-iss-as-sub-fails")]
    [InlineData("fetch?sub=https%3A%2F%2F7d2f6a.example", 404, "not_found", "CB2137")]
    [InlineData("fetch?sub=HUB", 400, "invalid_request", "CB2136")]
    [InlineData("fetch", 400, "invalid_request", "CB2136")]
    [InlineData("fetch?sub=", 400, "invalid_request", "CB2136")]
    [InlineData("fetch?sub=MEMBER&sub=MEMBER", 400, "invalid_request", "CB2136")]
    [InlineData("resolve?sub=MEMBER", 400, "invalid_request", "CB2136")]
    [InlineData("resolve?trust_anchor=HUB", 400, "invalid_request", "CB2136")]
    [InlineData("resolve?sub=https%3A%2F%2F7d2f6a.example&trust_anchor=HUB", 404, "not_found", "CB2137")]
    [InlineData("resolve?sub=MEMBER&trust_anchor=https%3A%2F%2Fanchor.example", 404, "invalid_trust_anchor", "CB2138")]
    [InlineData("resolve?sub=SILENT&trust_anchor=HUB", 503, "temporarily_unavailable", "CB2141")]
    [InlineData("list?trust_marked=true", 400, "unsupported_parameter", "CB2142")]
    [InlineData("list?intermediate=true", 400, "unsupported_parameter", "CB2142")]
    public async Task A_question_that_cannot_be_answered_is_refused_as_the_specification_says(string question, int status, string error, string code)
    {
        var address = question.Replace("HUB", Uri.EscapeDataString(sandbox.Hub), StringComparison.Ordinal)
            .Replace("MEMBER", Uri.EscapeDataString(sandbox.SandboxMember), StringComparison.Ordinal)
            .Replace("SILENT", Uri.EscapeDataString(FederationRunning.Silent), StringComparison.Ordinal);
        var (answered, type, body) = await GetAsync(sandbox.Hub + "federation/" + address);
        Assert.Equal((status, "application/json"), (answered, type));
        var json = JsonSerializer.Deserialize<JsonElement>(body);
        Assert.Equal(error, json.GetProperty("error").GetString());
        Assert.StartsWith(code, json.GetProperty("error_description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_listed_by_what_they_are()
    {
        Assert.Equal([sandbox.SandboxMember], await ListAsync("?entity_type=openid_relying_party"));
        Assert.Equal([sandbox.Member, FederationRunning.Silent], await ListAsync("?entity_type=openid_provider"));
        Assert.Empty(await ListAsync("?entity_type=oauth_resource"));

        async Task<string[]> ListAsync(string filter) => JsonSerializer.Deserialize<string[]>((await GetAsync(sandbox.Hub + "federation/list" + filter)).Body)!;
    }

    [Fact]
    public async Task What_a_member_says_is_believed_by_its_admitted_key_and_fetched_from_its_own_address_alone()
    {
        using var stranger = SoftwareSigningKey.Generate(AlgorithmCatalogue.RS256, sandbox.Key.KeyId);
        var good = MemberClaims.Of(sandbox.Member, sandbox.Hub, sandbox.Key);
        var address = $"{sandbox.Hub}federation/resolve?sub={Uri.EscapeDataString(sandbox.Member)}&trust_anchor={Uri.EscapeDataString(sandbox.Hub)}";

        Assert.Equal(200, await ResolveAsync(() => Statement(Sign(sandbox.Key, good))));
        Assert.Equal(400, await ResolveAsync(() => Statement(Sign(stranger, good))));
        // Not followed, too long, of another kind: as good as silence.
        Assert.Equal(503, await ResolveAsync(() => Results.Redirect("/elsewhere")));
        Assert.Equal(503, await ResolveAsync(() => Statement(new string('A', 70_000))));
        Assert.Equal(503, await ResolveAsync(() => Results.Text(Sign(sandbox.Key, good))));
        Assert.Equal(503, await ResolveAsync(() => Results.StatusCode(500)));

        async Task<int> ResolveAsync(Func<IResult> answer)
        {
            sandbox.Answer = answer;
            return (await GetAsync(address)).Status;
        }

    }

    [Fact]
    public async Task What_a_member_says_is_kept_for_a_while_and_what_does_not_hold_for_a_moment()
    {
        using var stranger = SoftwareSigningKey.Generate(AlgorithmCatalogue.RS256, sandbox.Key.KeyId);
        var good = MemberClaims.Of(sandbox.Member, sandbox.Hub, sandbox.Key);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var answers = new MemberAnswers(sandbox.HubServices.GetRequiredService<IEntityConfigurations>(),
            Options.Create(new OpenIdFederationOptions { AskMembersEvery = TimeSpan.FromMinutes(10) }), clock);
        var (asked, by) = (0, stranger);
        sandbox.Answer = () => { asked++; return Statement(Sign(by, good)); };

        Assert.Equal(("CB2139", 1), (await SayAsync(), asked));
        by = sandbox.Key;
        Assert.Equal(("CB2139", 1), (await SayAsync(), asked));
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal((null, 2), (await SayAsync(), asked));
        clock.Advance(TimeSpan.FromMinutes(9));
        by = stranger;
        Assert.Equal((null, 2), (await SayAsync(), asked));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(("CB2139", 3), (await SayAsync(), asked));

        async Task<string?> SayAsync()
        {
            var said = await answers.OfAsync(new FederationMember(sandbox.Member, "openid_provider", "", [sandbox.Key.PublicKey], null), sandbox.Hub, Stop);
            return said.Succeeded ? null : said.Error.Code;
        }
    }

    [Fact]
    public async Task A_member_signs_residents_in_under_its_entity_identifier_and_somebody_who_is_none_does_not()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, sandbox.SandboxMember) { Secret = null, Scope = "openid profile" };
        var pushed = await client.AskAsync("connect/par", [.. Query(client), .. Proof(sandbox.SandboxMember)]);
        Assert.True(pushed.Status == 201, pushed.Json.ToString());
        var result = await RelyingPartyClient.AgreeAsync(browser,
            new Uri(sandbox.Ports.HubAddress, $"connect/authorize?client_id={Uri.EscapeDataString(sandbox.SandboxMember)}&request_uri={Uri.EscapeDataString(pushed["request_uri"]!)}"));
        var tokens = await client.RedeemAsync(result.Code, Proof(sandbox.SandboxMember));
        Assert.True(tokens.Status == 200, tokens.Json.ToString());
        Assert.Equal(sandbox.SandboxMember, TokenAnswer.Payload(tokens.IdToken).GetProperty("aud").GetString());

        using var unknown = new RelyingPartyClient(sandbox.Ports, sandbox.Member) { Secret = null };
        Assert.Equal("invalid_client", (await unknown.AskAsync("connect/par", [.. Query(unknown), .. Proof(sandbox.Member)]))["error"]);

        static IEnumerable<(string, string?)> Query(RelyingPartyClient client) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(client.AuthorizeAddress(("login_hint", "r1")).Query)
            .Where(parameter => parameter.Key != "client_id").Select(parameter => (parameter.Key, (string?)parameter.Value.ToString()));
    }

    [Fact]
    public async Task Under_an_authority_the_hub_names_it_and_is_the_trust_anchor_no_more()
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var below = ActivatorUtilities.CreateInstance<Statements>(scope.ServiceProvider,
            Options.Create(new OpenIdFederationOptions { Enabled = true, AuthorityHints = ["https://federation.example"] }));
        var hub = EntityStatement.Parse((await below.OfHubAsync()).Text);
        Assert.Equal("""["https://federation.example"]""", hub.Claims.GetProperty("authority_hints").GetRawText());
        Assert.True(hub.IsSignedBy((await ConfigurationAsync(sandbox.Hub)).Keys));
    }

    private (string Name, string? Value)[] Proof(string clientId)
    {
        using var key = SoftwareSigningKey.FromJwk(File.ReadAllText(Path.Combine(sandbox.Data, "clients", "federation-rp.jwk"))).Value;
        return
        [
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", Jws.Sign(key, "client-authentication+jwt", JsonSerializer.SerializeToUtf8Bytes(new
            {
                iss = clientId, sub = clientId, aud = sandbox.Hub, jti = Guid.NewGuid().ToString("N"), exp = TimeProvider.System.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds(),
            }))),
        ];
    }

    private static IResult Statement(string text) => Results.Bytes(System.Text.Encoding.ASCII.GetBytes(text), StatementType);

    private static string Sign(SoftwareSigningKey key, JsonObject claims) => Jws.Sign(key, "entity-statement+jwt", JsonSerializer.SerializeToUtf8Bytes(claims));

    private static string Timeless(EntityStatement statement)
    {
        var claims = JsonNode.Parse(statement.Claims.GetRawText())!.AsObject();
        foreach (var time in new[] { "iat", "exp" })
            claims.Remove(time);
        return claims.ToJsonString();
    }

    private static async Task<EntityStatement> ConfigurationAsync(string entity)
    {
        var (status, type, body) = await GetAsync(entity.TrimEnd('/') + "/.well-known/openid-federation");
        Assert.Equal((200, StatementType), (status, type));
        return EntityStatement.Parse(body);
    }

    private static async Task<(int Status, string? Type, string Body)> GetAsync(string address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(new Uri(address), Stop);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(Stop));
    }
}
