using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Fapi;

/// <summary>Plan FAPI 2.0 Security Profile: what has to go through.</summary>
public sealed class HappyFlowTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    [Theory]
    [InlineData("fapi-rp", "PS256")]
    [InlineData("fapi-sm2-rp", "SGD_SM3_SM2")]
    [Trait(Module.Trait, "fapi2-security-profile-final-happy-flow")]
    public async Task A_resident_signs_in_by_a_pushed_request_and_the_tokens_are_bound_to_the_clients_key(string clientId, string algorithm)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new FapiClient(sandbox.Ports, sandbox.Data, clientId);

        var result = await client.SignInAsync(browser);
        Assert.Equal(client.State, result.Page.Parameter("state"));
        Assert.Equal(sandbox.Ports.HubAddress.AbsoluteUri, result.Page.Parameter("iss"));
        var tokens = await client.RedeemAsync(result.Code);
        Assert.True(tokens.Status == 200, tokens.Json.ToString());

        Assert.Equal("DPoP", tokens["token_type"]);
        Assert.Equal(client.Dpop!.Thumbprint, TokenAnswer.Payload(tokens.AccessToken).GetProperty("cnf").GetProperty("jkt").GetString());
        Assert.Equal(algorithm, TokenAnswer.Header(tokens.IdToken).GetProperty("alg").GetString());
        Assert.Equal(client.Nonce, TokenAnswer.Payload(tokens.IdToken).GetProperty("nonce").GetString());
        var userinfo = await client.GetAsync("connect/userinfo", tokens.AccessToken);
        Assert.True(userinfo.Status == 200, $"{userinfo.Status} {userinfo.Challenge}");
        Assert.Equal("CHAN Tai Man", userinfo["name"]);
        var cases = await client.GetAsync("api/applications", tokens.AccessToken);
        Assert.True(cases.Status == 200, $"{cases.Status} {cases.Challenge}");
    }
}
