using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Fapi;

/// <summary>Plan FAPI 2.0 Message Signing: pushed requests, signed requests, signed answers and bound tokens in one flow.</summary>
[Collection(FapiHubs.Name)]
public sealed class MessageSigningTests(FapiHub sandbox)
{
    private static readonly (string Name, string? Value) Scope = ("scope", "openid profile");

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-happy-flow")]
    public async Task A_signed_request_is_pushed_and_its_answer_comes_signed_for_tokens_that_are_bound()
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = Client();
        var pushed = await client.PushSignedAsync(client.RequestObject(Scope));
        Assert.True(pushed.Status == 201, pushed.Json.ToString());

        var result = await RelyingPartyClient.AgreeAsync(browser, client.AuthorizeAddress(pushed["request_uri"]));

        Assert.Null(result.Code);
        var response = result.Page.Parameter("response");
        Assert.True(response is not null, result.Page.Text);
        Assert.Equal("PS256", TokenAnswer.Header(response).GetProperty("alg").GetString());
        var answer = TokenAnswer.Payload(response);
        Assert.Equal(client.State, answer.GetProperty("state").GetString());
        Assert.Equal(FapiHub.SigningClient, answer.GetProperty("aud").GetString());
        var tokens = await client.RedeemAsync(answer.GetProperty("code").GetString());
        Assert.True(tokens.Status == 200, tokens.Json.ToString());
        Assert.Equal("DPoP", tokens["token_type"]);
        Assert.Equal(client.Nonce, TokenAnswer.Payload(tokens.IdToken).GetProperty("nonce").GetString());
        Assert.Equal("CHAN Tai Man", (await client.GetAsync("connect/userinfo", tokens.AccessToken))["name"]);
    }

    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-unsigned-request-at-par-endpoint-fails")]
    public async Task A_request_that_is_pushed_unsigned_or_used_before_is_refused()
    {
        using var client = Client();
        var unsigned = await client.PushAsync(Scope);
        Assert.Equal("invalid_request", unsigned["error"]);
        Assert.Contains("CB2053", unsigned["error_description"], StringComparison.Ordinal);

        var request = client.RequestObject(Scope);
        Assert.Equal(201, (await client.PushSignedAsync(request)).Status);
        Assert.Equal("invalid_request_object", (await client.PushSignedAsync(request))["error"]);
    }

    private FapiClient Client() => new(sandbox.Ports, sandbox.Data, FapiHub.SigningClient);
}
