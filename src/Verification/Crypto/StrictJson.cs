using System.Text.Json;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// How signed JSON is read: a name twice is refused, for two readers could choose differently; nesting is shallow.
/// </summary>
internal static class StrictJson
{
    public static JsonDocumentOptions Document { get; } = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>The member where it is a string, null otherwise.</summary>
    public static string? StringOf(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
