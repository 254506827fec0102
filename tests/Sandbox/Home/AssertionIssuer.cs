using System.Text.Json;
using CrossBorder.Sandbox.Residents;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Sandbox.Home;

/// <summary>What the home provider vouches for, signed apart from the id token and with its certificate.</summary>
internal sealed class AssertionIssuer(HomePlace place, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public static string[] MethodsFor(string level) => level switch
    {
        "urn:crossborder:loa:high" => ["face", "pin"],
        "urn:crossborder:loa:substantial" => ["pin", "otp"],
        _ => ["pin"],
    };

    public string Issue(SandboxResident resident, string audience, string? nonce, string level, long authenticatedAt)
    {
        var now = clock.GetUtcNow();
        return Jws.Sign(place.KeyFor(resident), "cross-border-identity+jws", JsonSerializer.SerializeToUtf8Bytes(new
        {
            iss = place.Issuer.AbsoluteUri,
            aud = audience,
            sub = resident.HomeSubject,
            jti = Guid.NewGuid().ToString("N"),
            iat = now.ToUnixTimeSeconds(),
            exp = (now + Lifetime).ToUnixTimeSeconds(),
            nonce,
            auth_time = authenticatedAt,
            acr = level,
            amr = MethodsFor(level),
            identity = Identity(resident),
        }));
    }

    private static Dictionary<string, object> Identity(SandboxResident resident)
    {
        var identity = new Dictionary<string, object>
        {
            ["family_name"] = resident.FamilyName,
            ["given_name"] = resident.GivenName,
            ["birthdate"] = resident.Birthdate,
            ["gender"] = resident.Gender,
            ["documents"] = resident.Documents.Select(document => new { type = document.Type, number = document.Number }),
            ["phone_number"] = resident.PhoneNumber,
            ["email"] = resident.Login + "@example.test",
        };
        if (resident.HanTraditional is not null)
            identity["name_zh_hant"] = resident.HanTraditional;
        if (resident.HanSimplified is not null)
            identity["name_zh_hans"] = resident.HanSimplified;
        return identity;
    }
}
