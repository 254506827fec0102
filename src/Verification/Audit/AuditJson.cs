using System.Globalization;
using System.Text.Json;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Audit;

/// <summary>Members of the log's JSON, each in its one spelling; null where it is not there or is spelt otherwise.</summary>
internal static class AuditJson
{
    // Beyond it readers of JSON lose digits (RFC 8785 section 3.2.2.3).
    private const long LargestNumber = 9007199254740991;

    public static DateTimeOffset? TimeOf(JsonElement element, string name) =>
        DateTimeOffset.TryParseExact(element.StringOf(name), AuditRecord.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    public static long? NumberOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number
        && member.TryGetInt64(out var number) && number is >= 0 and <= LargestNumber
            ? number
            : null;

    public static Dictionary<string, string>? TextsOf(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var member) || member.ValueKind != JsonValueKind.Object)
            return null;

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in member.EnumerateObject())
        {
            if (text.Value.ValueKind != JsonValueKind.String)
                return null;
            texts.Add(text.Name, text.Value.GetString()!);
        }

        return texts;
    }

    public static AuditRecord? RecordOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object
            || NumberOf(element, "sequence") is not { } sequence || TimeOf(element, "at") is not { } at || TextsOf(element, "details") is not { } details
            || element.StringOf("previous") is not { } previous || element.StringOf("kind") is not { } kind
            || element.StringOf("actor") is not { } actor || element.StringOf("subject") is not { } subject)
            return null;

        const int Members = 7;
        var trace = element.StringOf("trace");
        return element.EnumerateObject().Count() == Members + (trace is null ? 0 : 1)
            ? new AuditRecord
            {
                Sequence = sequence, Previous = previous, At = at, Kind = kind, Actor = actor, Subject = subject, Details = details, TraceId = trace,
            }
            : null;
    }
}
