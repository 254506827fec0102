using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Tests.Signing;

/// <summary>What the gateway takes for a request of the hub, and what it does not.</summary>
public sealed class SigningRequestTests(SigningRunning sandbox) : IClassFixture<SigningRunning>
{
    private const string Request = "cross-border-signing-request+jws";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hubs_request_is_taken_once()
    {
        var message = Signed(Request, Message());
        using var first = await PostAsync("signing", message);
        Assert.Equal(201, (int)first.StatusCode);
        var place = await first.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.StartsWith(sandbox.Ports.GatewayAddress.AbsoluteUri + "signing/", place.GetProperty("address").GetString(), StringComparison.Ordinal);
        using var again = await PostAsync("signing", message);
        await RefusedAsync(again, 409, "CB4073");
    }

    [Fact]
    public async Task What_the_hub_did_not_sign_or_not_for_this_gateway_now_is_refused_with_CB4072()
    {
        using var key = sandbox.Pki.SigningKey("hub-ps256", "PS256");
        using var stranger = await PostAsync("signing", Jws.Sign(key, Request, Bytes(Message())));
        await RefusedAsync(stranger, 401, "CB4072");
        using var otherType = await PostAsync("signing", Signed("client-authentication+jwt", Message()));
        await RefusedAsync(otherType, 401, "CB4072");
        using var otherAudience = await PostAsync("signing", Signed(Request, Message(("aud", "https://elsewhere.example/"))));
        await RefusedAsync(otherAudience, 401, "CB4072");
        var old = TimeProvider.System.GetUtcNow().AddHours(-1).ToUnixTimeSeconds();
        using var late = await PostAsync("signing", Signed(Request, Message(("iat", old), ("exp", old + 60))));
        await RefusedAsync(late, 401, "CB4072");
        using var query = await PostAsync("signing/result", Signed(Request, Message()));
        await RefusedAsync(query, 401, "CB4072");
    }

    [Theory]
    [InlineData("return", "https://elsewhere.example/")]
    [InlineData("digest", "sha256:12")]
    [InlineData("title", "")]
    public async Task A_request_for_something_else_is_refused_with_CB4074(string member, string value)
    {
        using var answer = await PostAsync("signing", Signed(Request, Message((member, value))));
        await RefusedAsync(answer, 400, "CB4074");
    }

    [Fact]
    public async Task An_account_that_cannot_sign_is_told_so_with_CB4071_before_anything_is_shown()
    {
        // As iAM Smart of the sandbox names r4 toward this service.
        var weak = Convert.ToHexStringLower(SHA256.HashData("sandbox iam smart sandbox-assertion-gateway r4"u8))[..32];
        using var taken = await PostAsync("signing", Signed(Request, Message(("subject", weak))));
        var place = await taken.Content.ReadFromJsonAsync<JsonElement>(Stop);
        using var browser = SandboxFixture.NewBrowser();

        await SigningDesk.ToPhoneAsync(browser, place.GetProperty("address").Deserialize<Uri>()!, "r4");

        var query = Message(("reference", place.GetProperty("reference").GetString()!));
        using var answer = await PostAsync("signing/result", Signed("cross-border-signing-query+jws", query));
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(("failed", "CB4071"), (told.GetProperty("status").GetString(), told.GetProperty("code").GetString()));
    }

    private JsonObject Message(params (string Name, object Value)[] changes)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var message = new JsonObject
        {
            ["iss"] = "cross-border-hub",
            ["aud"] = sandbox.Ports.GatewayAddress.AbsoluteUri,
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["iat"] = now,
            ["exp"] = now + 60,
            ["digest"] = Digests.Sha256("a document"u8),
            ["title"] = "喪葬補助金",
            ["subject"] = "somebody",
            ["return"] = new Uri(sandbox.Ports.HubAddress, "sign/returned").AbsoluteUri,
            ["state"] = "state",
            ["language"] = "zh-Hant",
        };
        foreach (var (name, value) in changes)
            message[name] = JsonValue.Create(value);
        return message;
    }

    private string Signed(string type, JsonObject message)
    {
        using var key = sandbox.Pki.SigningKey("hub-home-ps256", "PS256");
        return Jws.Sign(key, type, Bytes(message));
    }

    private static byte[] Bytes(JsonObject message) => Encoding.UTF8.GetBytes(message.ToJsonString());

    private async Task<HttpResponseMessage> PostAsync(string path, string compact)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Ports.GatewayAddress };
        using var content = new StringContent(compact, Encoding.ASCII);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/jose");
        return await http.PostAsync(new Uri(path, UriKind.Relative), content, Stop);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, int status, string code)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }
}
