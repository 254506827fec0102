using System.Buffers.Text;
using System.Text.Json;

namespace CrossBorder.Testing.RelyingParties;

/// <summary>An answer of the hub's end points.</summary>
/// <param name="Json">Undefined where the body is none.</param>
/// <param name="Challenge">The header WWW-Authenticate.</param>
public sealed record TokenAnswer(int Status, JsonElement Json, string Challenge)
{
    /// <summary>The nonce for the next proof (RFC 9449 section 8); null where there is none.</summary>
    public string? DpopNonce { get; private init; }

    public string AccessToken => this["access_token"]!;

    public string RefreshToken => this["refresh_token"]!;

    public string IdToken => this["id_token"]!;

    public string? this[string name] =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>Sends a request and reads what comes.</summary>
    public static async Task<TokenAnswer> OfAsync(HttpClient http, HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(http);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : default;
        return new TokenAnswer((int)response.StatusCode, json, response.Headers.WwwAuthenticate.ToString())
        {
            DpopNonce = response.Headers.TryGetValues("DPoP-Nonce", out var nonces) ? nonces.Single() : null,
        };
    }

    public static JsonElement Header(string token) => Part(token, 0);

    public static JsonElement Payload(string token) => Part(token, 1);

    private static JsonElement Part(string token, int index)
    {
        ArgumentNullException.ThrowIfNull(token);
        return JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(token.Split('.')[index]));
    }
}
