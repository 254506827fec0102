using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdFederation;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdFederation;

/// <summary>A federation that cannot be as the settings say stops the start.</summary>
public sealed class FederationSettingsTests
{
    private static readonly Dictionary<string, (Action<OpenIdFederationOptions> Change, string Algorithm, string[] Uses)> Mistakes = new(StringComparer.Ordinal)
    {
        ["OpenIdFederation:Enabled needs a signing key"] = (_ => { }, "ES256", ["tokens"]),
        ["SigningKeys:key:Uses names federation with SGD_SM3_SM2"] = (_ => { }, "SGD_SM3_SM2", ["federation"]),
        ["SigningKeys:key:Uses names federation beside others"] = (_ => { }, "ES256", ["federation", "tokens"]),
        ["OpenIdFederation:StatementLifetime"] = (options => options.StatementLifetime = TimeSpan.FromDays(30), "ES256", ["federation"]),
        ["OpenIdFederation:StatementLifetime is longer than KeyRotation:Announce"] = (options => options.StatementLifetime = TimeSpan.FromHours(30), "ES256", ["federation"]),
        ["OpenIdFederation:StatementLifetime is longer than KeyRotation:Retire"] = (options => options.StatementLifetime = TimeSpan.FromDays(2), "ES256", ["federation"]),
        ["OpenIdFederation:OrganizationName is missing"] = (options => options.OrganizationName = "", "ES256", ["federation"]),
        ["OpenIdFederation:https://hub.example:EntityId is the hub itself"] = (options => options.Members = [new() { EntityId = "https://hub.example" }], "ES256", ["federation"]),
        ["OpenIdFederation:AskMembersEvery"] = (options => options.AskMembersEvery = TimeSpan.FromDays(1), "ES256", ["federation"]),
        ["OpenIdFederation:AuthorityHints names 'http://authority.example'"] = (options => options.AuthorityHints = ["http://authority.example"], "ES256", ["federation"]),
        ["OpenIdFederation:Members names 'http://member.example'"] = (options => options.Members = [new() { EntityId = "http://member.example" }], "ES256", ["federation"]),
        ["OpenIdFederation:Members names 'https://member.example/?a=b'"] = (options => options.Members = [new() { EntityId = "https://member.example/?a=b" }], "ES256", ["federation"]),
        ["OpenIdFederation:https://member.example:EntityId is the ClientId of no relying party"] = (options => options.Members = [new() { EntityId = "https://member.example" }], "ES256", ["federation"]),
        ["OpenIdFederation:https://member.example:JwksFile is missing"] = (options => options.Members = [new() { EntityId = "https://member.example", Type = "openid_provider" }], "ES256", ["federation"]),
        ["OpenIdFederation:https://member.example:Type is 'oauth_client'"] = (options => options.Members = [new() { EntityId = "https://member.example", Type = "oauth_client" }], "ES256", ["federation"]),
        ["OpenIdFederation:https://member.example stands there twice"] = (options => options.Members = [new() { EntityId = "https://member.example" }, new() { EntityId = "https://member.example/" }], "ES256", ["federation"]),
    };

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_told_with_CB1001(string mistake)
    {
        var (change, algorithm, uses) = Mistakes[mistake];
        var options = Sound();
        change(options);
        Assert.Contains(Validate(options, algorithm, uses), fault => fault.StartsWith($"CB1001: {mistake}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_federation_that_is_off_needs_nothing_and_one_that_is_on_a_key() =>
        Assert.Empty(Validate(new OpenIdFederationOptions(), "ES256", ["tokens"]).Concat(Validate(Sound(), "ES256", ["federation"])));

    [Fact]
    public void Where_no_key_follows_another_a_statement_may_hold_for_long()
    {
        var options = Sound();
        options.StatementLifetime = TimeSpan.FromDays(7);
        Assert.Empty(Validate(options, "ES256", ["federation"], ("KeyRotation:Automatic", "false")));
    }

    [Theory]
    [InlineData("ES256", null, true)]
    [InlineData("PS256", null, true)]
    [InlineData("ES256", "enc", false)]
    [InlineData("SGD_SM3_SM2", null, false)]
    public async Task A_member_needs_a_key_that_signs_its_statements_CB1001(string algorithm, string? use, bool holds)
    {
        using var key = SoftwareSigningKey.Generate(AlgorithmCatalogue.TryGet(algorithm, out var named) ? named : throw new ArgumentOutOfRangeException(nameof(algorithm)));
        var jwk = JsonNode.Parse(key.PublicKey.ToJwk())!.AsObject();
        if (use is not null)
            (jwk["use"], jwk["alg"]) = (use, "ECDH-ES");
        var file = Path.Combine(Directory.CreateTempSubdirectory("crossborder-member-").FullName, "member.jwks");
        await File.WriteAllTextAsync(file, new JsonObject { ["keys"] = new JsonArray(jwk) }.ToJsonString(), TestContext.Current.CancellationToken);
        var options = Sound();
        options.Members = [new() { EntityId = "https://member.example", Type = "openid_provider", JwksFile = file }];

        var faults = Validate(options, "ES256", ["federation"]).ToList();

        Assert.Equal(holds ? [] : ["CB1001: OpenIdFederation:https://member.example:JwksFile holds no key that signs with RS256, PS256, ES256"], faults);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static OpenIdFederationOptions Sound() => new() { Enabled = true, OrganizationName = "A federation" };

    private static IEnumerable<string> Validate(OpenIdFederationOptions options, string algorithm, string[] uses, params (string Name, string Value)[] more)
    {
        var settings = uses.Select((use, number) => KeyValuePair.Create($"SigningKeys:0:Uses:{number}", (string?)use))
            .Append(KeyValuePair.Create("SigningKeys:0:Id", (string?)"key")).Append(KeyValuePair.Create("SigningKeys:0:Algorithm", (string?)algorithm))
            .Append(KeyValuePair.Create("Hub:Issuer", (string?)"https://hub.example/"))
            .Append(KeyValuePair.Create("KeyRotation:Announce", (string?)"1.00:00:00")).Append(KeyValuePair.Create("KeyRotation:Retire", (string?)"1.12:00:00"))
            .Concat(more.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var environment = new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory };
        return new OpenIdFederationOptionsValidator(configuration, new SettingsPaths(AppContext.BaseDirectory), environment).Validate(null, options).Failures ?? [];
    }
}
