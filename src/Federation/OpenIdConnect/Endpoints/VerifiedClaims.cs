using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.OpenIdConnect.IdentityAssurance;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.OpenIdConnect.Endpoints;

/// <summary>How the person was verified, and which claims rest on it (OpenID Connect for Identity Assurance 1.0, section 5).</summary>
internal static class VerifiedClaims
{
    public const string Name = "verified_claims";
    public const string TrustFramework = "urn:crossborder:trust-framework:guangdong-hongkong";
    public const string Evidence = "electronic_record";
    public const string Record = "identity_assertion";

    // Given where nothing was said of which.
    private static readonly string[] Usual = ["given_name", "family_name", "birthdate"];

    /// <summary>All that can be asked for.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Usual, "name", "name#zh-Hant", "name#zh-Hans", "gender"];

    /// <summary>The whole verification with the usual claims.</summary>
    public static JsonObject Of(VerifiedSession session)
    {
        var claims = Claims(session.Identity);
        return new JsonObject
        {
            ["verification"] = Verification(session),
            ["claims"] = new JsonObject(Usual.Select(name => KeyValuePair.Create(name, claims[name]?.DeepClone()))),
        };
    }

    /// <summary>What was asked for, and no more: one answer, several, or null where none fits.</summary>
    /// <param name="session">The resident's sign-in.</param>
    /// <param name="asked">Well-formed by <see cref="VerifiedClaimsRequest"/>.</param>
    /// <param name="now">The age of a verification is reckoned to this moment.</param>
    public static JsonNode? Of(VerifiedSession session, JsonElement asked, DateTimeOffset now) => asked.ValueKind switch
    {
        JsonValueKind.Null => Of(session),
        JsonValueKind.Object => One(session, asked, now),
        _ => asked.EnumerateArray().Select(one => One(session, one, now)).OfType<JsonNode>().ToArray() switch
        {
            [] => null,
            [var only] => only,
            var several => new JsonArray(several),
        },
    };

    private static JsonObject? One(VerifiedSession session, JsonElement asked, DateTimeOffset now)
    {
        var match = new RequestMatch(now);
        var claims = match.Some(Claims(session.Identity), asked.GetProperty("claims"));
        return claims.Count > 0 && match.All(Verification(session), asked.GetProperty("verification")) is { } verification
            ? new JsonObject { ["verification"] = verification, ["claims"] = claims }
            : null;
    }

    private static JsonObject Verification(VerifiedSession session)
    {
        var person = session.Identity;
        return new JsonObject
        {
            ["trust_framework"] = TrustFramework,
            ["assurance_level"] = session.Assurance.ToUrn(),
            ["time"] = Time(person.VerifiedAt),
            ["evidence"] = new JsonArray(new JsonObject
            {
                ["type"] = Evidence,
                ["check_details"] = new JsonArray(new JsonObject { ["check_method"] = "data", ["organization"] = person.Home }),
                ["time"] = Time(person.AuthenticatedAt),
                ["record"] = new JsonObject
                {
                    ["type"] = Record, ["source"] = new JsonObject { ["name"] = person.Home }, ["digest"] = person.AssertionDigest,
                },
            }),
        };
    }

    private static JsonObject Claims(VerifiedIdentity person)
    {
        var claims = new JsonObject
        {
            ["given_name"] = person.Name.GivenName,
            ["family_name"] = person.Name.FamilyName,
            ["birthdate"] = person.Birthdate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["name"] = person.Name.Latin,
            ["name#zh-Hant"] = person.Name.HanTraditional,
            ["name#zh-Hans"] = person.Name.HanSimplified,
            ["gender"] = person.Gender,
        };
        foreach (var absent in claims.Where(claim => claim.Value is null).Select(claim => claim.Key).ToList())
            claims.Remove(absent);
        return claims;
    }

    private static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
