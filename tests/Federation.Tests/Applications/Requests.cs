using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Tests.Catalogue;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>Requests that ask for what an entry needs, and no more.</summary>
internal static class Requests
{
    public static SubmitApplication Empty(string? item = null, string? bundle = null, string key = "key-1") =>
        new(key, "yueshengshi", item, bundle, new Dictionary<string, string>(), [], [], []);

    /// <summary>Everything that neither identity nor the licences of r1 give, filled in; materials committed to or deferred.</summary>
    public static SubmitApplication Complete(string code, string key = "key-1")
    {
        var entry = Shipped.Catalogue.Find(code).Value;
        var needs = EntryNeeds.Of(entry);
        return new(
            key, "yueshengshi", entry.Item?.Code, entry.Bundle?.Code,
            needs.Fields.Where(field => field.Prefill is null).ToDictionary(field => field.Name, Value, StringComparer.Ordinal),
            [],
            [.. needs.Documents.Where(document => document.WaivableBy == Waiver.Commitment).Select(document => document.Slug)],
            [.. needs.Documents.Where(document => document.WaivableBy == Waiver.None && document.Deferrable).Select(document => document.Slug)]);
    }

    private static string Value(FormField field) => field.Type switch
    {
        FieldType.Date => "2026-12-01",
        FieldType.Number => "1200.50",
        FieldType.Tel => "+85251230001",
        FieldType.Email => "r1@example.test",
        FieldType.Select => field.Options[0].Value,
        _ => "示例",
    };
}
