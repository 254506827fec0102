using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Verification.Crypto;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Testing.RelyingParties;

/// <summary>
/// A relying party of the FAPI 2.0 Security Profile in one sign-in: pushed request, private_key_jwt, DPoP. Written on HTTP alone, so that no library
/// repairs what is wrong; every part can be changed or left out.
/// </summary>
public sealed class FapiClient : IDisposable
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private readonly SandboxPorts ports;
    private readonly SoftwareSigningKey key;
    private readonly HttpClient http;

    public FapiClient(SandboxPorts ports, string data, string clientId = "fapi-rp")
    {
        this.ports = ports;
        ClientId = clientId;
        key = SoftwareSigningKey.FromJwk(File.ReadAllText(Path.Combine(data, "clients", clientId + ".jwk"))).Value;
        http = new HttpClient { BaseAddress = ports.HubAddress };
        Dpop = new DpopKey(key.Algorithm.Name);
    }

    public string ClientId { get; }

    /// <summary>The key of its proofs; null for a client that shows none.</summary>
    public DpopKey? Dpop { get; set; }

    public string Verifier { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string State { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public string Nonce { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public Uri Address(string path) => new(ports.HubAddress, path);

    /// <summary>An assertion by which the client proves itself.</summary>
    /// <param name="change">What is to be wrong with it: gets header and payload.</param>
    public string Assertion(Action<JsonObject, JsonObject>? change = null)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var header = new JsonObject { ["typ"] = "client-authentication+jwt", ["alg"] = key.Algorithm.Name, ["kid"] = key.KeyId };
        var payload = new JsonObject
        {
            ["iss"] = ClientId, ["sub"] = ClientId, ["aud"] = ports.HubAddress.AbsoluteUri, ["jti"] = Guid.NewGuid().ToString("N"), ["iat"] = now, ["exp"] = now + 60,
        };
        change?.Invoke(header, payload);
        var input = $"{Encode(header)}.{Encode(payload)}";
        return $"{input}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(input)))}";
    }

    /// <summary>A pushed request (RFC 9126).</summary>
    /// <param name="changes">Parameters added or changed; null leaves one out.</param>
    public Task<TokenAnswer> PushAsync(params (string Name, string? Value)[] changes) => AskAsync("connect/par", Merged(Request(), changes));

    /// <summary>A pushed request that holds nothing but a signed one (RFC 9126 section 3).</summary>
    public Task<TokenAnswer> PushSignedAsync(string request) => AskAsync("connect/par", ("request", request));

    /// <summary>The same request, signed (RFC 9101).</summary>
    /// <param name="changes">Members added or changed; null leaves one out.</param>
    public string RequestObject(params (string Name, string? Value)[] changes)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject { ["iss"] = ClientId, ["aud"] = ports.HubAddress.AbsoluteUri, ["nbf"] = now, ["exp"] = now + 60, ["jti"] = Guid.NewGuid().ToString("N"), ["client_id"] = ClientId };
        foreach (var (name, value) in Merged(Request(), changes).Where(member => member.Value is not null))
            claims[name] = value;
        return Jws.Sign(key, "oauth-authz-req+jwt", Encoding.UTF8.GetBytes(claims.ToJsonString()));
    }

    public Uri AuthorizeAddress(string? requestUri, string? clientId = null) => new(QueryHelpers.AddQueryString(
        Address("connect/authorize").AbsoluteUri, new Dictionary<string, string?> { ["client_id"] = clientId ?? ClientId, ["request_uri"] = requestUri }));

    /// <summary>Pushes a request, sends a resident with it, and says yes to everything.</summary>
    public async Task<SignInResult> SignInAsync(ResidentBrowser browser, params (string Name, string? Value)[] changes)
    {
        var pushed = await PushAsync(changes);
        return pushed["request_uri"] is { } address
            ? await RelyingPartyClient.AgreeAsync(browser, AuthorizeAddress(address))
            : throw new InvalidOperationException($"The pushed request was refused: {pushed.Status} {pushed.Json}");
    }

    public Task<TokenAnswer> RedeemAsync(string? code, params (string Name, string? Value)[] changes) => AskAsync("connect/token", Merged(
        [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", RelyingPartyClient.Callback), ("code_verifier", Verifier)], changes));

    public Task<TokenAnswer> RefreshAsync(string refreshToken, params (string Name, string? Value)[] changes) =>
        AskAsync("connect/token", Merged([("grant_type", "refresh_token"), ("refresh_token", refreshToken)], changes));

    /// <summary>A form post with a proof and an assertion; the proof is made again where the hub asks for its nonce.</summary>
    /// <param name="path">The end point.</param>
    /// <param name="fields">The fields; <c>client_assertion</c> and <c>client_id</c> are added where they are not among them.</param>
    public async Task<TokenAnswer> AskAsync(string path, params (string Name, string? Value)[] fields)
    {
        var answer = await SendAsync();
        if (answer["error"] != "use_dpop_nonce" || Dpop is null)
            return answer;
        Dpop.Nonce = answer.DpopNonce;
        return await SendAsync();

        async Task<TokenAnswer> SendAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(Merged([("client_id", ClientId), ("client_assertion_type", AssertionType), ("client_assertion", Assertion())], fields)
                    .Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!))),
            };
            if (Dpop is not null)
                request.Headers.Add("DPoP", Dpop.Prove("POST", Address(path)));
            return await TokenAnswer.OfAsync(http, request);
        }
    }

    /// <summary>Calls a resource with a token and a proof.</summary>
    /// <param name="path">The resource.</param>
    /// <param name="accessToken">The token.</param>
    /// <param name="scheme">The scheme that it is sent under.</param>
    /// <param name="change">What is to be wrong with the proof.</param>
    public async Task<TokenAnswer> GetAsync(string path, string accessToken, string scheme = "DPoP", Action<JsonObject, JsonObject>? change = null)
    {
        var answer = await SendAsync();
        if (answer.DpopNonce is not { } nonce || answer.Status != 401 || Dpop is null || Dpop.Nonce == nonce)
            return answer;
        Dpop.Nonce = nonce;
        return await SendAsync();

        async Task<TokenAnswer> SendAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new AuthenticationHeaderValue(scheme, accessToken);
            if (Dpop is not null)
                request.Headers.Add("DPoP", Dpop.Prove("GET", Address(path), accessToken, change));
            return await TokenAnswer.OfAsync(http, request);
        }
    }

    private (string Name, string? Value)[] Request() =>
    [
        ("redirect_uri", RelyingPartyClient.Callback), ("response_type", "code"), ("scope", RelyingPartyClient.AllScopes), ("state", State), ("nonce", Nonce),
        ("code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)))), ("code_challenge_method", "S256"), ("login_hint", "r1"),
    ];

    public void Dispose()
    {
        http.Dispose();
        key.Dispose();
        Dpop?.Dispose();
    }

    private static (string Name, string? Value)[] Merged(IEnumerable<(string Name, string? Value)> fields, (string Name, string? Value)[] changes) =>
        [.. fields.ExceptBy(changes.Select(change => change.Name), field => field.Name), .. changes];

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
