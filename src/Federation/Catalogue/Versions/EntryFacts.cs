using System.Globalization;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>What can be said of a part of the catalogue, each thing in a line of its own and in the words of the file: so that two versions of it compare.</summary>
internal static class EntryFacts
{
    private const string Nothing = "-";

    public static SortedDictionary<string, string> Of(ServiceItem item)
    {
        var facts = Named(item.Name);
        facts["department"] = item.Department.Slug;
        facts["audience"] = item.Audience;
        facts["region"] = item.Region;
        facts["requiredLoa"] = CatalogueWords.Of(item.RequiredLoa);
        facts["online"] = item.Online ? "true" : "false";
        facts["bundle"] = item.Bundle ?? Nothing;
        facts["keywords"] = string.Join(", ", item.Keywords);
        facts["signing"] = SigningNeeds.Of(item.Signing);
        facts["terms"] = item.Terms is { } terms ? string.Create(CultureInfo.InvariantCulture, $"{terms.AnswerWithin}/{terms.DecideWithin}") : Nothing;
        foreach (var document in item.Documents)
            facts[$"document {document.Slug}"] = document.Name.En;
        foreach (var field in item.Fields)
            facts[$"field {field.Name}"] = Of(field);
        foreach (var rule in item.Proactive)
            facts[$"proactive {rule.Key}"] = $"{rule.WhenText}; again after {rule.AgainMonths?.ToString(CultureInfo.InvariantCulture) ?? Nothing}; {InAll(rule.Reason)}";
        return facts;
    }

    public static SortedDictionary<string, string> Of(ServiceBundle bundle)
    {
        var facts = Named(bundle.Name);
        facts["items"] = string.Join(", ", bundle.Items.Select(item => item.Code));
        return facts;
    }

    public static SortedDictionary<string, string> Of(Department department) => Named(department.Name);

    public static SortedDictionary<string, string> Of(RequiredDocument material)
    {
        var facts = Named(material.Name);
        facts["waivableBy"] = CatalogueWords.Of(material.WaivableBy) ?? Nothing;
        facts["deferDays"] = material.DeferDays?.ToString(CultureInfo.InvariantCulture) ?? Nothing;
        if (material.Commitment is { } commitment)
            Put(facts, "commitment", commitment);
        return facts;
    }

    private static string Of(FormField field) => string.Join("; ",
    [
        CatalogueWords.Of(field.Type), field.Required ? "required" : "optional", "from " + (field.Prefill?.Text ?? Nothing), InAll(field.Label),
        .. field.Options.Select(option => $"{option.Value} = {InAll(option.Label)}"),
    ]);

    private static SortedDictionary<string, string> Named(LocalizedText name)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Put(facts, "name", name);
        return facts;
    }

    private static void Put(SortedDictionary<string, string> facts, string what, LocalizedText text) =>
        (facts[what + " zh-Hant"], facts[what + " zh-Hans"], facts[what + " en"]) = (text.Hant, text.Hans, text.En);

    private static string InAll(LocalizedText text) => $"{text.Hant} / {text.Hans} / {text.En}";
}
