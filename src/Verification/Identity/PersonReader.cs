using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Identity;

/// <summary>Reads and checks the attributes of a person. Members that are not known are left unread: what is not needed is not taken.</summary>
internal sealed partial class PersonReader
{
    private const int LongestName = 100;
    private const int LongestHanName = 50;
    private static readonly DateOnly EarliestBirth = new(1900, 1, 1);

    private readonly JsonElement person;
    private readonly DateOnly today;
    private readonly List<Error> errors = [];

    private PersonReader(JsonElement person, DateOnly today)
    {
        this.person = person;
        this.today = today;
    }

    public static Outcome<ClaimedPerson> Read(JsonElement person, DateTimeOffset now)
    {
        // A child born today in Hong Kong has a birth date that is still tomorrow in UTC.
        var reader = new PersonReader(person, DateOnly.FromDateTime(now.UtcDateTime.AddDays(1)));
        var birthdate = reader.Birthdate();
        var claimed = new ClaimedPerson(
            reader.Name(), birthdate, reader.Gender(), reader.Documents(birthdate), reader.Contact("phone_number", Phone()), reader.Contact("email", Email()));
        return reader.errors.Count == 0 ? claimed : Outcome<ClaimedPerson>.Refused(reader.errors);
    }

    private PersonName Name() => new(LatinName("family_name"), LatinName("given_name"), HanName("name_zh_hant"), HanName("name_zh_hans"));

    private string LatinName(string member)
    {
        var name = person.StringOf(member)?.Trim();
        if (name is { Length: > 0 and <= LongestName } && name.EnumerateRunes().All(IsInLatinName) && name.Any(char.IsLetter))
            return name;

        Refuse(ErrorCatalogue.NameInvalid, member, $"is a name in Latin letters of at most {LongestName} characters");
        return "";
    }

    private string? HanName(string member)
    {
        if (!Has(member))
            return null;

        var name = person.StringOf(member)?.Trim();
        if (name is { Length: > 0 and <= LongestHanName } && name.EnumerateRunes().All(IsInHanName))
            return name;

        Refuse(ErrorCatalogue.NameInvalid, member, "is a name in Han characters");
        return null;
    }

    private DateOnly Birthdate()
    {
        if (DateOnly.TryParseExact(person.StringOf("birthdate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date >= EarliestBirth && date <= today)
        {
            return date;
        }

        Refuse(ErrorCatalogue.BirthdateInvalid, "birthdate", "is a date (YYYY-MM-DD) from 1900 until today");
        return default;
    }

    private string Gender()
    {
        if (person.StringOf("gender") is "M" or "F")
            return person.StringOf("gender")!;

        Refuse(ErrorCatalogue.GenderInvalid, "gender", "is M or F");
        return "";
    }

    private List<IdentityDocument> Documents(DateOnly birthdate)
    {
        var documents = new List<IdentityDocument>();
        if (!person.TryGetProperty("documents", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > 8)
        {
            Refuse(ErrorCatalogue.DocumentMissing, "documents", "is an array of one or more documents");
            return documents;
        }

        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            var pointer = $"documents/{index}";
            var parsed = IdentityDocument.Parse(item.StringOf("type"), item.StringOf("number"));
            if (!parsed.TryGetValue(out var document))
                errors.AddRange(parsed.Errors.Select(error => error with { Pointer = "/identity/" + pointer }));
            else if (documents.Exists(known => known.Type == document.Type))
                Refuse(ErrorCatalogue.DocumentMissing, pointer, "is the second of its type");
            else
                documents.Add(document);

            if (document?.Birthdate is { } inside && inside != birthdate)
                Refuse(ErrorCatalogue.BirthdateInvalid, pointer, "holds another birth date than the person");
        }

        return documents;
    }

    private string? Contact(string member, Regex shape)
    {
        if (!Has(member))
            return null;
        if (person.StringOf(member) is { } value && shape.IsMatch(value))
            return value;

        Refuse(ErrorCatalogue.ContactInvalid, member, "is not well-formed");
        return null;
    }

    private bool Has(string member) => person.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null;

    private void Refuse(ErrorDescriptor descriptor, string member, string rule) =>
        errors.Add(descriptor.With($"'{member}' {rule}.", "/identity/" + member));

    /// <summary>Basic Latin to Latin Extended-B, combining accents, and the marks that names hold.</summary>
    private static bool IsInLatinName(Rune rune) => rune.Value is ' ' or '-' or '\'' or 0x2019 or '.' or ','
        || (Rune.IsLetter(rune) && rune.Value is < 0x250 or (>= 0x1E00 and < 0x1F00))
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    /// <summary>Unified ideographs with their extensions, and the middle dot of transliterated names.</summary>
    private static bool IsInHanName(Rune rune) => rune.Value is 0xB7 or 0x3007
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\A(?=.{3,254}\z)[^@\s\p{C}]{1,64}@[^@\s\p{C}]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
