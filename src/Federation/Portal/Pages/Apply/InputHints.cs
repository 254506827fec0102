using CrossBorder.Federation.Catalogue;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>What a phone needs to know to bring up the right keyboard and to offer what it knows.</summary>
/// <param name="Type">HTML input type.</param>
/// <param name="Mode">HTML inputmode.</param>
/// <param name="Autocomplete">Token of the HTML standard, or off: a phone must not offer the resident's name for a child's.</param>
internal sealed record InputHints(string Type, string? Mode, string Autocomplete)
{
    public static InputHints Of(FormField field) => field.Type switch
    {
        FieldType.Date => new("date", null, field.Name == "birthdate" ? "bday" : "off"),
        // Not type=number: it has arrows to hit by accident, and drops what it does not understand.
        FieldType.Number => new("text", "decimal", "off"),
        FieldType.Tel => new("tel", "tel", "tel"),
        FieldType.Email => new("email", "email", "email"),
        _ => new("text", null, field.Name switch
        {
            "gd_address" => "street-address",
            "company_name" => "organization",
            _ => "off",
        }),
    };
}
