using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using CrossBorder.Federation.Catalogue;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>Whether a typed value has the form of its field. Null where it has, else what is wrong, without the value.</summary>
internal static partial class FieldFormat
{
    public const int MaximumLength = 500;

    public static string? Fault(FormField field, string value)
    {
        if (value.Length > MaximumLength)
            return $"is longer than {MaximumLength} characters";
        if (value.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
            return "holds control characters";

        return field.Type switch
        {
            FieldType.Date when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                "is not a date written YYYY-MM-DD",
            FieldType.Number when !decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) =>
                "is not a number",
            FieldType.Tel when !Telephone().IsMatch(value) => "is not a telephone number",
            FieldType.Email when !MailAddress.TryCreate(value, out var address) || address.Address != value => "is not an e-mail address",
            FieldType.Select when field.Options.All(option => option.Value != value) => "is not one of the options",
            _ => null,
        };
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 \-]{4,19}$", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();
}
