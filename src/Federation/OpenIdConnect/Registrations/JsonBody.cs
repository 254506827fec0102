using System.Text.Json;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>JSON of a stranger, read strictly: an object without names that come twice, not deep, and all of it text.</summary>
internal static class JsonBody
{
    public const int Longest = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static Outcome<JsonElement> Read(ReadOnlyMemory<byte> utf8, ErrorDescriptor malformed)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            // Half a surrogate parses, and cannot be read as text: told here once.
            _ = JsonSerializer.Serialize(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : malformed.With("It is no JSON object.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return malformed.With("It is no JSON, too deep, or has a name twice.");
        }
    }

    public static string? TextOf(this JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
