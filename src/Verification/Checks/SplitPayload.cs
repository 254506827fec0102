using System.Text.Json;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Checks;

/// <summary>The member <c>split</c> of an event, read but not yet judged.</summary>
internal static class SplitPayload
{
    private const int Fewest = 2;
    private const int Most = 8;
    private const int LongestName = 128;
    private const int LongestReason = 500;

    /// <summary>The parts; none where the member is not there. What is wrong with it is told to <paramref name="refuse"/>, with its place.</summary>
    public static IReadOnlyList<SplitPart> Read(JsonElement payload, Action<string, string> refuse)
    {
        if (!payload.TryGetProperty("split", out var member) || member.ValueKind == JsonValueKind.Null)
            return [];
        if (member.ValueKind != JsonValueKind.Array || member.GetArrayLength() is < Fewest or > Most)
        {
            refuse("split", $"is a list of {Fewest} to {Most} parts");
            return [];
        }

        var parts = new List<SplitPart>();
        foreach (var (index, part) in member.EnumerateArray().Index())
        {
            var where = $"split/{index}";
            if (part.ValueKind != JsonValueKind.Object || part.StringOf("department") is not { } department || !IsName(department))
            {
                refuse(where, $"names a department, a string of 1 to {LongestName} characters");
                continue;
            }

            if (!Optional(part, "item", IsName, out var item))
                refuse(where + "/item", $"is a string of 1 to {LongestName} characters");
            if (!Optional(part, "reason", IsReason, out var reason))
                refuse(where + "/reason", $"is a string of at most {LongestReason} characters");
            var read = new SplitPart(department, item, reason?.Trim() is { Length: > 0 } said ? said : null);
            if (parts.Exists(other => other.Department == read.Department && other.Item == read.Item))
                refuse(where, "goes to a department with an item that another part takes there");
            parts.Add(read);
        }

        return parts;
    }

    private static bool Optional(JsonElement part, string name, Func<string, bool> holds, out string? text)
    {
        text = null;
        if (!part.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
            return true;
        if (member.ValueKind != JsonValueKind.String || member.GetString() is not { } said || !holds(said))
            return false;
        text = said;
        return true;
    }

    private static bool IsName(string text) => text.Length is > 0 and <= LongestName && !text.Any(char.IsControl);

    private static bool IsReason(string text) =>
        text.Length <= LongestReason && !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));
}
