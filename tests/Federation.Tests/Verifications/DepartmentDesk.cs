using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Tests.Verifications;

/// <summary>A department that asks the hub whether people are who they say, over HTTP alone.</summary>
internal sealed class DepartmentDesk(SandboxFixture sandbox) : IDisposable
{
    public const string ClientId = "department-gd-hrss";
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private readonly HttpClient http = sandbox.NewHubClient();
    private string? token;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The question about r1 as the registry has her, with what a test changes.</summary>
    public static Dictionary<string, object?> Question(params (string Name, object? Value)[] changes)
    {
        var question = new Dictionary<string, object?>
        {
            ["documentType"] = "home_return_permit", ["documentNumber"] = "H12345678", ["name"] = "CHAN Tai Man", ["birthdate"] = "1990-01-01",
        };
        foreach (var (name, value) in changes)
            question[name] = value;
        return question;
    }

    public string Assertion()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = SoftwareSigningKey.FromJwk(File.ReadAllText(Path.Combine(sandbox.Data, "clients", ClientId + ".jwk"))).Value;
        return Jws.Sign(key, "client-authentication+jwt", JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["iss"] = ClientId, ["sub"] = ClientId, ["aud"] = sandbox.Ports.HubAddress.AbsoluteUri, ["jti"] = Guid.NewGuid().ToString("N"),
            ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddMinutes(1).ToUnixTimeSeconds(),
        }));
    }

    public async Task<TokenAnswer> TokenAsync(string scope = "identity.verify", string? assertion = null)
    {
        using var client = new RelyingPartyClient(sandbox.Ports, ClientId) { Secret = null };
        return await client.AskAsync("connect/token", ("grant_type", "client_credentials"), ("scope", scope),
            ("client_assertion_type", AssertionType), ("client_assertion", assertion ?? Assertion()));
    }

    public async Task<DepartmentAnswer> VerifyAsync(params (string Name, object? Value)[] changes) =>
        await PostAsync(JsonSerializer.Serialize(Question(changes)));

    /// <param name="accessToken">The department's own where nothing is said; empty for none.</param>
    public async Task<DepartmentAnswer> PostAsync(
        string body, string? accessToken = null, string mediaType = "application/json", params (string Name, string Value)[] headers) =>
        await SendAsync(new StringContent(body, Encoding.UTF8, mediaType), accessToken, headers);

    public async Task<DepartmentAnswer> SendAsync(HttpContent body, string? accessToken = null, params (string Name, string Value)[] headers)
    {
        token ??= (await TokenAsync()).AccessToken;
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/verifications") { Content = body };
        if (accessToken != "")
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken ?? token);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var response = await http.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        return new DepartmentAnswer((int)response.StatusCode, text, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }

    public void Dispose() => http.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record DepartmentAnswer(int Status, string Text, HttpResponseHeaders Headers, string? MediaType)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public bool Match => Json.GetProperty("match").GetBoolean();

    public string Attestation => Json.GetProperty("attestation").GetString()!;

    public string Code => Json.GetProperty("code").GetString()!;

    public IEnumerable<(string Pointer, string Code)> Faults => Json.GetProperty("errors").EnumerateArray()
        .Select(fault => (fault.GetProperty("pointer").GetString()!, fault.GetProperty("code").GetString()!));
}
