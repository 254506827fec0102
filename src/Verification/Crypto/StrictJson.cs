using System.Text.Json;
using System.Text.Unicode;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// How signed JSON is read: an object; a name twice is refused, for two readers could choose differently; nesting is shallow;
/// every text in it is text, for the parser itself leaves bad UTF-8 and lone surrogates to be stumbled over later.
/// </summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    public static Outcome<T> Read<T>(ReadOnlyMemory<byte> utf8, ErrorDescriptor malformed, Func<JsonElement, Outcome<T>> read)
    {
        try
        {
            if (!Utf8.IsValid(utf8.Span))
                return malformed.With("It is not UTF-8.");

            if (!IsText(utf8.Span))
                return malformed.With("It holds half a character.");

            using var document = JsonDocument.Parse(utf8, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : malformed.With("It is not a JSON object.");
        }
        catch (JsonException)
        {
            return malformed.With("It is not well-formed JSON, or has a name twice.");
        }
    }

    /// <summary>The member where it is a string, null otherwise.</summary>
    public static string? StringOf(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    /// <summary>True where an array holds null, which the serializer gives to lists whose items are never null.</summary>
    public static bool HasHoles(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => member.Value.HasHoles()),
        JsonValueKind.Array => element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || item.HasHoles()),
        _ => false,
    };

    /// <summary>Looked at before the parser stumbles over it. In valid UTF-8 half a character can stand in an escape alone.</summary>
    /// <exception cref="JsonException">It is not well-formed.</exception>
    private static bool IsText(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && reader.ValueIsEscaped && !Decodes(ref reader))
                return false;
        }

        return true;
    }

    private static bool Decodes(ref Utf8JsonReader reader)
    {
        try
        {
            _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
