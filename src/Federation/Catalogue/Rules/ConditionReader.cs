using System.Text.Json;

namespace CrossBorder.Federation.Catalogue.Rules;

/// <summary>Reads a condition of the file strictly: what is none of the known forms is a fault, never passed over.</summary>
/// <param name="licences">Whether there is a material of that slug.</param>
/// <param name="fault">Takes what is wrong, in words that follow the name of the rule.</param>
internal sealed class ConditionReader(Func<string, bool> licences, Action<string> fault)
{
    private const int Deepest = 8, MostParts = 32, OldestAge = 150, MostDays = 36_500, MostMonths = 1200, LongestText = 100;

    private static readonly Condition Unreadable = new AnyOf([]);

    /// <summary>What was read; something that is never true where there was a fault.</summary>
    public Condition Read(JsonElement? json) => json is { } element ? Read(element, Deepest) : Refuse("has no condition");

    private Condition Read(JsonElement json, int depth)
    {
        if (depth == 0)
            return Refuse($"has a condition more than {Deepest} deep");
        if (json.ValueKind != JsonValueKind.Object)
            return Refuse("has a condition that is no object");
        var members = json.EnumerateObject().Select(member => member.Name).ToList();
        if (members.Distinct(StringComparer.Ordinal).Count() != members.Count)
            return Refuse("names one member of a condition twice");
        return string.Join(' ', members.Order(StringComparer.Ordinal)) switch
        {
            "all" => new AllOf(Parts(json.GetProperty("all"), depth)),
            "any" => new AnyOf(Parts(json.GetProperty("any"), depth)),
            "not" => new Not(Read(json.GetProperty("not"), depth - 1)),
            "age" => Age(json.GetProperty("age")),
            "gender" => Text(json, "gender") is "M" or "F" ? new GenderIs(Text(json, "gender")!) : Refuse("asks for a gender that is neither M nor F"),
            "jurisdiction" => Text(json, "jurisdiction") is { } code ? new JurisdictionIs(code) : Refuse("names no jurisdiction"),
            "document" => Text(json, "document") is { } type ? new HasDocument(type) : Refuse("names no document"),
            "licence" => Licence(json) is { } kind ? new HoldsLicence(kind) : Unreadable,
            "attribute equals licence" => Says(json, "equals", whole: true),
            "attribute licence startsWith" => Says(json, "startsWith", whole: false),
            "attribute fromDays licence toDays" or "attribute fromDays licence" or "attribute licence toDays" => Day(json),
            "completed" or "completed fromMonths" or "completed toMonths" or "completed fromMonths toMonths" => Completed(json),
            var other => Refuse($"has an unknown condition with '{other}'"),
        };
    }

    private List<Condition> Parts(JsonElement json, int depth)
    {
        if (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() is > 0 and <= MostParts)
            return [.. json.EnumerateArray().Select(part => Read(part, depth - 1))];
        Refuse($"joins no conditions, or more than {MostParts}");
        return [];
    }

    private Condition Age(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Any(member => member.Name is not ("from" or "to")))
            return Refuse("has an age with something else than from and to");
        return Range(json, "from", "to", 0, OldestAge) is var (from, to) ? new AgeIs(from, to) : Unreadable;
    }

    private Condition Says(JsonElement json, string how, bool whole) =>
        Licence(json) is not { } kind ? Unreadable
        : Text(json, "attribute") is { } attribute && Text(json, how) is { } text ? new LicenceSays(kind, attribute, text, whole)
        : Refuse($"compares an attribute without its name or without the text of {how}");

    private Condition Day(JsonElement json) =>
        Licence(json) is not { } kind ? Unreadable
        : Text(json, "attribute") is not { } attribute ? Refuse("compares an attribute without its name")
        : Range(json, "fromDays", "toDays", -MostDays, MostDays) is var (from, to) ? new LicenceDay(kind, attribute, from, to)
        : Unreadable;

    private Condition Completed(JsonElement json)
    {
        var items = json.GetProperty("completed");
        if (items.ValueKind != JsonValueKind.Array || items.GetArrayLength() is 0 or > MostParts
            || items.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
            return Refuse("asks for completed items and lists no codes");
        List<string> codes = [.. items.EnumerateArray().Select(item => item.GetString()!)];
        if (!json.TryGetProperty("fromMonths", out _) && !json.TryGetProperty("toMonths", out _))
            return new WasCompleted(codes, null, null);
        return Range(json, "fromMonths", "toMonths", 0, MostMonths) is var (from, to) ? new WasCompleted(codes, from, to) : Unreadable;
    }

    /// <summary>Null, and a fault told, where neither end is given or they make no range.</summary>
    private (int? From, int? To)? Range(JsonElement json, string from, string to, int least, int most)
    {
        if (Number(json, from, least, most, out var first) && Number(json, to, least, most, out var last)
            && (first ?? last) is not null && !(first > last))
            return (first, last);
        fault($"has {from} and {to} that are no whole numbers from {least} to {most} in their order");
        return null;
    }

    private static bool Number(JsonElement json, string name, int least, int most, out int? number)
    {
        number = null;
        if (!json.TryGetProperty(name, out var value))
            return true;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var read) || read < least || read > most)
            return false;
        number = read;
        return true;
    }

    private string? Licence(JsonElement json)
    {
        var kind = Text(json, "licence");
        if (kind is not null && licences(kind))
            return kind;
        fault($"asks for the unknown licence '{kind}'");
        return null;
    }

    private static string? Text(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 and <= LongestText } text ? text : null;

    private Condition Refuse(string what)
    {
        fault(what);
        return Unreadable;
    }
}
