using System.Text.Json;
using CrossBorder.Adapters.Shared;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>How messages are read: an object, no name twice, nothing nested deep.</summary>
internal static class MessageJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>What <paramref name="read"/> makes of it; CB4004 where it has not the shape that <paramref name="read"/> looks for.</summary>
    public static Outcome<T> Read<T>(ReadOnlyMemory<byte> utf8, Func<JsonElement, Outcome<T>> read)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? read(document.RootElement)
                : ErrorCatalogue.PartnerAnswerMalformed.With("A message of iAM Smart is not a JSON object.");
        }
        catch (Exception fault) when (JsonFaults.IsOne(fault))
        {
            return ErrorCatalogue.PartnerAnswerMalformed.With($"A message of iAM Smart has not the agreed shape ({fault.GetType().Name}).");
        }
    }

    /// <summary>The member where it is a string with something in it, null otherwise.</summary>
    public static string? TextOf(this JsonElement element, string name) =>
        name.Length > 0 && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text
            ? text
            : null;
}
