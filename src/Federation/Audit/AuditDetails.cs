using System.Text.Json;

namespace CrossBorder.Federation.Audit;

/// <summary>The column of details as the canonical form wants it: texts by name.</summary>
internal static class AuditDetails
{
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>What is no object of texts is kept whole under one name: the log must go on, and a later change must show all the same.</summary>
    public static IReadOnlyDictionary<string, string> Read(string column)
    {
        try
        {
            if (JsonSerializer.Deserialize<Dictionary<string, string?>>(column, Strict) is { } details && details.Values.All(text => text is not null))
                return details.ToDictionary(text => text.Key, text => text.Value!, StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            // Not what Record writes; told below.
        }

        return new Dictionary<string, string>(StringComparer.Ordinal) { ["unreadable"] = column };
    }
}
