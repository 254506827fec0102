using System.Globalization;
using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>Their members under our names. Whether numbers and names hold is judged where the assertion is: by the same rules for every home.</summary>
internal static class PersonMapping
{
    public static Outcome<DisclosedPerson> Read(DisclosureKind kind, JsonElement answer, IamSmartProfileSettings profile) => kind switch
    {
        DisclosureKind.Profile => Profile(answer, profile),
        DisclosureKind.FormData => new DisclosedPerson
        {
            HomeReturnPermit = answer.TextOf(profile.Fields.HomeReturnPermit),
            PhoneNumber = answer.TextOf(profile.Fields.PhoneNumber),
            Email = answer.TextOf(profile.Fields.Email),
        },
        _ => new DisclosedPerson(),
    };

    private static Outcome<DisclosedPerson> Profile(JsonElement answer, IamSmartProfileSettings profile)
    {
        var fields = profile.Fields;
        // As an identity card prints it. Where the comma stands is for the register to say, and not guessed from blanks.
        if (answer.TextOf(fields.EnglishName)?.Split(',', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } family, { Length: > 0 } given])
            return Missing(fields.EnglishName);
        if (!DateOnly.TryParseExact(answer.TextOf(fields.Birthdate), profile.BirthdateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var birthdate))
            return Missing(fields.Birthdate);
        if (answer.TextOf(fields.IdentityCard) is not { } card)
            return Missing(fields.IdentityCard);
        if (answer.TextOf(fields.Gender) is not { } gender)
            return Missing(fields.Gender);

        return new DisclosedPerson
        {
            FamilyName = family,
            GivenName = given,
            HanName = answer.TextOf(fields.ChineseName),
            Birthdate = birthdate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Gender = gender,
            IdentityCard = card,
        };
    }

    private static Error Missing(string field) => ErrorCatalogue.PartnerAnswerMalformed.With($"The profile has no '{field}' of the agreed form.");
}
