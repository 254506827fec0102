using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdFederation;
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
        var options = new OpenIdFederationOptions { Enabled = true };
        change(options);
        Assert.Contains(Validate(options, algorithm, uses), fault => fault.StartsWith($"CB1001: {mistake}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_federation_that_is_off_needs_nothing_and_one_that_is_on_a_key() =>
        Assert.Empty(Validate(new OpenIdFederationOptions(), "ES256", ["tokens"]).Concat(Validate(new OpenIdFederationOptions { Enabled = true }, "ES256", ["federation"])));

    private static IEnumerable<string> Validate(OpenIdFederationOptions options, string algorithm, string[] uses)
    {
        var settings = uses.Select((use, number) => KeyValuePair.Create($"SigningKeys:0:Uses:{number}", (string?)use))
            .Append(KeyValuePair.Create("SigningKeys:0:Id", (string?)"key")).Append(KeyValuePair.Create("SigningKeys:0:Algorithm", (string?)algorithm));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var environment = new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory };
        return new OpenIdFederationOptionsValidator(configuration, new SettingsPaths(AppContext.BaseDirectory), environment).Validate(null, options).Failures ?? [];
    }
}
