using System.Buffers.Text;
using System.Text.Json;

namespace CrossBorder.Testing.RelyingParties;

/// <summary>An answer of the hub's end points.</summary>
/// <param name="Json">Undefined where the body is none.</param>
/// <param name="Challenge">The header WWW-Authenticate.</param>
public sealed record TokenAnswer(int Status, JsonElement Json, string Challenge)
{
    public string AccessToken => this["access_token"]!;

    public string RefreshToken => this["refresh_token"]!;

    public string IdToken => this["id_token"]!;

    public string? this[string name] =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) ? value.ToString() : null;

    public static JsonElement Header(string token) => Part(token, 0);

    public static JsonElement Payload(string token) => Part(token, 1);

    private static JsonElement Part(string token, int index)
    {
        ArgumentNullException.ThrowIfNull(token);
        return JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(token.Split('.')[index]));
    }
}
