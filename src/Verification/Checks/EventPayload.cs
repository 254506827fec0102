using System.Globalization;
using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>The payload of an event, read but not yet judged.</summary>
internal sealed record EventPayload(
    string Id, string Delivery, string Department, long Sequence, DepartmentEventStatus Status, string? Reason, string? To,
    IReadOnlyList<SplitPart> Split, DateTimeOffset At)
{
    private const int LongestName = 128;
    private const int LongestReason = 500;

    // The largest number that every JSON reader reads alike (RFC 8259 section 6).
    private const long LastSequence = (1L << 53) - 1;

    private static readonly Dictionary<string, DepartmentEventStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["accepted"] = DepartmentEventStatus.Accepted,
        ["action_needed"] = DepartmentEventStatus.ActionNeeded,
        ["forwarded"] = DepartmentEventStatus.Forwarded,
        ["rejected"] = DepartmentEventStatus.Rejected,
        ["completed"] = DepartmentEventStatus.Completed,
    };

    public static Outcome<EventPayload> Read(ReadOnlyMemory<byte> utf8) => StrictJson.Read(utf8, ErrorCatalogue.EventMalformed, Read);

    private static Outcome<EventPayload> Read(JsonElement payload)
    {
        var errors = new List<Error>();
        var id = Name("id");
        var delivery = Name("delivery");
        var department = Name("department");
        var statusText = Name("status");
        if (!Statuses.TryGetValue(statusText, out var status) && statusText.Length > 0)
            Refuse("status", $"is one of {string.Join(", ", Statuses.Keys)}");
        var atText = Name("at");
        if (!DateTimeOffset.TryParse(atText, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && atText.Length > 0)
            Refuse("at", "is a time (RFC 3339)");
        if (!payload.TryGetProperty("sequence", out var number) || number.ValueKind != JsonValueKind.Number
            || !number.TryGetInt64(out var sequence) || sequence is < 0 or > LastSequence)
        {
            Refuse("sequence", $"is a whole number of 0 to {LastSequence}");
            sequence = 0;
        }

        var reason = Optional("reason", LongestReason);
        var to = Optional("to", LongestName);
        if (to is not null && status != DepartmentEventStatus.Forwarded)
            Refuse("to", "goes with status forwarded alone");
        var split = SplitPayload.Read(payload, Refuse);
        if (split.Count > 0 && (status != DepartmentEventStatus.Forwarded || to is not null))
            Refuse("split", "goes with status forwarded alone, and without 'to'");

        return errors.Count == 0
            ? new EventPayload(id, delivery, department, sequence, status, reason, to, split, at.ToUniversalTime())
            : Outcome<EventPayload>.Refused(errors);

        string Name(string name)
        {
            if (payload.StringOf(name) is { Length: > 0 and <= LongestName } text && !text.Any(char.IsControl))
                return text;

            Refuse(name, $"is a string of 1 to {LongestName} characters");
            return "";
        }

        string? Optional(string name, int longest)
        {
            if (!payload.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
                return null;
            if (member.ValueKind == JsonValueKind.String && member.GetString() is { } text && text.Length <= longest
                && !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
                return text.Trim() is { Length: > 0 } told ? told : null;

            Refuse(name, $"is a string of at most {longest} characters");
            return null;
        }

        void Refuse(string name, string what) => errors.Add(ErrorCatalogue.EventMalformed.With($"'{name}' {what}.", "/" + name));
    }
}
