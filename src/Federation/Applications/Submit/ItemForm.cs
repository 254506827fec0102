using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>Fills one item's form: from what is proved first, from what was typed where nothing is.</summary>
internal static class ItemForm
{
    public static SortedDictionary<string, string> Fill(
        ServiceItem item, KnownFacts facts, IReadOnlyDictionary<string, string> typed, List<Error> errors)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in item.Fields)
        {
            if (facts.ValueOf(field) is { } known)
                values[field.Name] = known;
            else if (field.Prefill is { Claim: not null, IsContact: false })
                RefuseUnproved(item, field, errors);
            else if (typed.TryGetValue(field.Name, out var value) && !string.IsNullOrWhiteSpace(value))
                Take(field, value.Trim(), values, errors);
            else if (field.Required)
                errors.Add(ErrorCatalogue.FieldMissing.With($"The field '{field.Name}' is required.{facts.Why(field.Prefill?.LicenceKind is not null)}", Pointer(field.Name)));
        }

        return values;
    }

    public static string Pointer(string name) =>
        $"/form/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    // Identity is proved or absent: what the home did not sign cannot be typed in instead.
    private static void RefuseUnproved(ServiceItem item, FormField field, List<Error> errors)
    {
        if (field.Required)
            errors.Add(ErrorCatalogue.IdentityAttributeMissing.With(
                $"Item {item.Code} needs '{field.Prefill!.Claim}', which the home did not prove.", Pointer(field.Name)));
    }

    private static void Take(FormField field, string value, SortedDictionary<string, string> values, List<Error> errors)
    {
        if (FieldFormat.Fault(field, value) is { } fault)
            errors.Add(ErrorCatalogue.FieldInvalid.With($"The field '{field.Name}' {fault}.", Pointer(field.Name)));
        else
            values[field.Name] = value;
    }
}
