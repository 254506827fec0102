using System.Text.Json;
using CrossBorder.Federation.Applications;
using CrossBorder.Sandbox.Residents;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>The fictional residents of the sandbox as verified applicants.</summary>
internal static class People
{
    private static readonly DateTimeOffset SignedIn = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    public static Applicant Applicant(
        string login = "r1", AssuranceLevel assurance = AssuranceLevel.High, string? account = "GD440000000001") => new(
        "resident-" + login, "session-" + login, Identity(login, assurance), account, assurance,
        new HomePolicy("http://localhost:5081/", Jurisdiction.HongKong, "cross-border-hub", ["RS256"], TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1)),
        "assertion", "[]", LicenceConsent: "consent-" + login);

    public static VerifiedIdentity Identity(string login, AssuranceLevel assurance = AssuranceLevel.High)
    {
        var resident = SandboxResidents.Find(login)!;
        return VerifiedIdentityJson.Read(JsonSerializer.Serialize(new
        {
            Home = "http://localhost:5081/",
            Subject = "home-" + login,
            Jurisdiction = "HK",
            resident.FamilyName,
            resident.GivenName,
            resident.HanTraditional,
            resident.HanSimplified,
            resident.Birthdate,
            resident.Gender,
            Documents = new[]
            {
                new { Type = "hkid", Number = resident.HongKongIdentityCard },
                new { Type = "home_return_permit", Number = resident.HomeReturnPermit },
            },
            resident.PhoneNumber,
            Email = (string?)null,
            Assurance = assurance.ToUrn(),
            AuthenticationMethods = new[] { "face" },
            AuthenticatedAt = SignedIn,
            VerifiedAt = SignedIn,
            AssertionDigest = "sha256:00",
        }, JsonSerializerOptions.Web)).Value;
    }
}
