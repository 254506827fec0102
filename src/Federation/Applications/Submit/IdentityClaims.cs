using System.Globalization;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>The value of a claim of the catalogue for a verified person; null where the home did not prove it.</summary>
internal static class IdentityClaims
{
    public static string? Of(VerifiedIdentity identity, string claim) => claim switch
    {
        "name" => identity.Name.Latin,
        // Somebody without a Chinese name is known to mainland departments by the name on the permit.
        "name#zh-Hant" => identity.Name.HanTraditional ?? identity.Name.HanSimplified ?? identity.Name.Latin,
        "name#zh-Hans" => identity.Name.HanSimplified ?? identity.Name.HanTraditional ?? identity.Name.Latin,
        "birthdate" => identity.Birthdate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "gender" => identity.Gender,
        "hk_id_number" => Document(identity, "hkid"),
        "home_return_permit_number" => Document(identity, "home_return_permit"),
        "phone_number" => identity.PhoneNumber,
        "email" => identity.Email,
        _ => null,
    };

    private static string? Document(VerifiedIdentity identity, string type) =>
        identity.Documents.FirstOrDefault(document => document.Type == type)?.Number;
}
