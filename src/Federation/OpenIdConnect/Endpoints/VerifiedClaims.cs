using System.Globalization;
using CrossBorder.Federation.Accounts;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.OpenIdConnect.Endpoints;

/// <summary>How the person was verified, and which claims rest on it (OpenID Connect for Identity Assurance 1.0, section 5).</summary>
internal static class VerifiedClaims
{
    private const string TrustFramework = "urn:crossborder:trust-framework:guangdong-hongkong";

    public static object Of(VerifiedSession session)
    {
        var person = session.Identity;
        return new
        {
            verification = new
            {
                trust_framework = TrustFramework,
                assurance_level = session.Assurance.ToUrn(),
                time = person.VerifiedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                evidence = new[]
                {
                    new
                    {
                        type = "electronic_record",
                        check_details = new[] { new { check_method = "data", organization = person.Home } },
                        time = person.AuthenticatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                        record = new { type = "identity_assertion", source = new { name = person.Home }, digest = person.AssertionDigest },
                    },
                },
            },
            claims = Claims(person),
        };
    }

    private static Dictionary<string, string> Claims(VerifiedIdentity person) => new()
    {
        ["given_name"] = person.Name.GivenName,
        ["family_name"] = person.Name.FamilyName,
        ["birthdate"] = person.Birthdate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
