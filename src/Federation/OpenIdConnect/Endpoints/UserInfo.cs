using System.Globalization;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Tokens;
using CrossBorder.Verification.Identity;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Endpoints;

/// <summary>The claims of a person by scope and by name. A claim that the home did not prove is left out, not empty.</summary>
internal static class UserInfo
{
    public static IReadOnlyDictionary<string, object> Of(VerifiedSession session, string subject, Grant grant, DateTimeOffset now)
    {
        var claims = new Dictionary<string, object?>
        {
            [Claims.Subject] = subject,
            [Claims.AuthenticationContextReference] = session.Assurance.ToUrn(),
        };
        AddProfile(claims, session.Identity);
        if (grant.Consentable.Contains(HubScopes.Identity))
            AddIdentity(claims, session, grant, now);
        return claims.Where(claim => claim.Value is not null && grant.Covers(claim.Key)).ToDictionary(claim => claim.Key, claim => claim.Value!);
    }

    private static void AddProfile(Dictionary<string, object?> claims, VerifiedIdentity person)
    {
        claims[Claims.Name] = person.Name.Latin;
        claims[Claims.GivenName] = person.Name.GivenName;
        claims[Claims.FamilyName] = person.Name.FamilyName;
        // Language tags on claims: OpenID Connect Core section 5.2.
        claims["name#zh-Hant"] = person.Name.HanTraditional;
        claims["name#zh-Hans"] = person.Name.HanSimplified;
        claims[Claims.Birthdate] = person.Birthdate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        claims[Claims.Gender] = person.Gender;
    }

    private static void AddIdentity(Dictionary<string, object?> claims, VerifiedSession session, Grant grant, DateTimeOffset now)
    {
        var person = session.Identity;
        claims["home_return_permit_number"] = person.Document("home_return_permit")?.Number;
        claims["hk_id_number"] = person.Document("hkid")?.Number;
        claims["resident_identity_card_number"] = person.Document(DocumentTypes.ResidentIdentityCard)?.Number;
        claims["mainland_account"] = session.MainlandAccount;
        claims["jurisdiction"] = person.Jurisdiction.Code;
        claims[VerifiedClaims.Name] = AskedVerifiedClaims.In(AskedVerifiedClaims.UserInfo, session, grant, now);
    }
}
