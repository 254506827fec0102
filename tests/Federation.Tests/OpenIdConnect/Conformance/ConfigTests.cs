using System.Text.Json;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Conformance;

/// <summary>Plan Config, and the discovery modules of the logout plans.</summary>
public sealed class ConfigTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    [Fact]
    [Trait(Module.Trait, "oidcc-discovery-endpoint-verification, oidcc-rp-initiated-logout-discovery-endpoint-verification")]
    public async Task Discovery_says_what_the_hub_takes()
    {
        var metadata = await MetadataAsync();

        foreach (var endpoint in new[] { "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri", "end_session_endpoint" })
            Assert.StartsWith(sandbox.Ports.HubAddress.AbsoluteUri, metadata.GetProperty(endpoint).GetString(), StringComparison.Ordinal);
        Assert.Contains("openid", Strings(metadata, "scopes_supported"));
        foreach (var absent in new[] { "email", "address", "phone" })
            Assert.DoesNotContain(absent, Strings(metadata, "scopes_supported"));
        Assert.Contains("RS256", Strings(metadata, "id_token_signing_alg_values_supported"));
        Assert.DoesNotContain("none", Strings(metadata, "id_token_signing_alg_values_supported"));
        Assert.True(metadata.GetProperty("claims_parameter_supported").GetBoolean());
        Assert.False(metadata.GetProperty("request_parameter_supported").GetBoolean());
        Assert.False(metadata.GetProperty("request_uri_parameter_supported").GetBoolean());
        Assert.Contains("urn:crossborder:loa:high", Strings(metadata, "acr_values_supported"));
        Assert.Contains("form_post", Strings(metadata, "response_modes_supported"));
        Assert.Contains("zh-Hant", Strings(metadata, "ui_locales_supported"));
        Assert.Contains("none", Strings(metadata, "token_endpoint_auth_methods_supported"));
        Assert.Contains("PS256", Strings(metadata, "token_endpoint_auth_signing_alg_values_supported"));
        Assert.Contains("hk_id_number", Strings(metadata, "claims_supported"));
    }

    [Fact]
    [Trait(Module.Trait, "oidcc-backchannel-logout-discovery-endpoint-verification")]
    public async Task Discovery_says_that_relying_parties_are_told_of_a_logout()
    {
        var metadata = await MetadataAsync();
        Assert.True(metadata.GetProperty("backchannel_logout_supported").GetBoolean());
        Assert.True(metadata.GetProperty("backchannel_logout_session_supported").GetBoolean());
    }

    private async Task<JsonElement> MetadataAsync()
    {
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        return (await client.GetAsync(".well-known/openid-configuration", null)).Json;
    }

    private static IEnumerable<string> Strings(JsonElement metadata, string name) =>
        metadata.GetProperty(name).EnumerateArray().Select(value => value.GetString()!);
}
