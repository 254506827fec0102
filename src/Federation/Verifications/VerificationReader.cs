using System.Globalization;
using System.Text.Json;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Verifications;

/// <summary>
/// Reads the members. A fault says what is wrong with the writing, as anybody could find out without us; whether somebody has that
/// number is not looked up before all members hold.
/// </summary>
internal sealed class VerificationReader(JsonElement body, DateTimeOffset now)
{
    private static readonly DateOnly EarliestBirth = new(1900, 1, 1);
    private readonly List<Error> errors = [];

    public Outcome<VerificationRequest> Read()
    {
        foreach (var member in body.EnumerateObject().Where(member => member.Name is not ("documentType" or "documentNumber" or "name" or "birthdate")))
            errors.Add(ErrorCatalogue.VerificationMalformed.With("A verification has no such member.", Pointer(member.Name)));

        var document = Document();
        var name = Name();
        var birthdate = Birthdate();
        return errors.Count == 0 ? new VerificationRequest(document!, name, birthdate) : Outcome<VerificationRequest>.Refused(errors);
    }

    private IdentityDocument? Document()
    {
        var type = Text("documentType");
        if (type is not (DocumentTypes.HongKongIdentityCard or DocumentTypes.HomeReturnPermit or DocumentTypes.ResidencePermit))
        {
            errors.Add(ErrorCatalogue.DocumentMissing.With("'documentType' is home_return_permit, hkid or residence_permit.", "/documentType"));
            // Of which type the number is bad nobody can say; that there is none can be said.
            if (Text("documentNumber") is not { Length: > 0 })
                errors.Add(ErrorCatalogue.DocumentMissing.With("'documentNumber' is a string.", "/documentNumber"));
            return null;
        }

        var parsed = IdentityDocument.Parse(type, Text("documentNumber"));
        if (parsed.TryGetValue(out var document))
            return document;

        errors.AddRange(parsed.Errors.Select(error => error with { Pointer = "/documentNumber" }));
        return null;
    }

    private string Name()
    {
        if (Text("name")?.Trim() is { } name && TypedName.Holds(name))
            return name;

        errors.Add(ErrorCatalogue.NameInvalid.With($"'name' is a name in Latin letters or Han characters, of at most {TypedName.Longest} characters.", "/name"));
        return "";
    }

    private DateOnly Birthdate()
    {
        // A child born today in Hong Kong has a birth date that is still tomorrow in UTC.
        if (DateOnly.TryParseExact(Text("birthdate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date >= EarliestBirth && date <= DateOnly.FromDateTime(now.UtcDateTime.AddDays(1)))
        {
            return date;
        }

        errors.Add(ErrorCatalogue.BirthdateInvalid.With("'birthdate' is a date (YYYY-MM-DD) from 1900 until today.", "/birthdate"));
        return default;
    }

    private string? Text(string member) =>
        body.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Pointer(string member) =>
        "/" + member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
