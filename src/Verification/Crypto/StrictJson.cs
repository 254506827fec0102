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

            using var document = Parse(utf8);
            if (document is null)
                return malformed.With("It holds half a character.");
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return malformed.With("It is not a JSON object.");

            return IsText(document.RootElement) ? read(document.RootElement) : malformed.With("It holds half a character.");
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

    /// <summary>Null where half a character stands in a name: the parser stumbles over it when it looks for names that come twice.</summary>
    private static JsonDocument? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8, Options);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>True where an array holds null, which the serializer gives to lists whose items are never null.</summary>
    public static bool HasHoles(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => member.Value.HasHoles()),
        JsonValueKind.Array => element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || item.HasHoles()),
        _ => false,
    };

    private static bool IsText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(member => Decodes(() => member.Name) && IsText(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(IsText),
        JsonValueKind.String => Decodes(element.GetString),
        _ => true,
    };

    private static bool Decodes(Func<string?> text)
    {
        try
        {
            _ = text();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
