using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Identity;

/// <summary>
/// A verified identity as we store it, encrypted. Reading proves nothing again: never hand in what did not come from our own sealed storage.
/// </summary>
public static class VerifiedIdentityJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes an identity.</summary>
    public static string Write(VerifiedIdentity identity) => JsonSerializer.Serialize(
        new Stored(
            identity.Home, identity.Subject, identity.Jurisdiction.Code, identity.Name.FamilyName, identity.Name.GivenName,
            identity.Name.HanTraditional, identity.Name.HanSimplified, identity.Birthdate, identity.Gender,
            [.. identity.Documents.Select(document => new StoredDocument(document.Type, document.Number))],
            identity.PhoneNumber, identity.Email, identity.Assurance.ToUrn(), [.. identity.AuthenticationMethods],
            identity.AuthenticatedAt, identity.VerifiedAt, identity.AssertionDigest),
        Options);

    /// <summary>Reads an identity that <see cref="Write"/> wrote (CB3029).</summary>
    public static Outcome<VerifiedIdentity> Read(string json) =>
        StrictJson.Read(Encoding.UTF8.GetBytes(json), ErrorCatalogue.AssertionMalformed, Read);

    private static Outcome<VerifiedIdentity> Read(JsonElement element)
    {
        try
        {
            return !element.HasHoles() && element.Deserialize<Stored>(Options) is { } stored
                ? AssuranceLevels.ParseUrn(stored.Assurance).Map(assurance => Restore(stored, assurance))
                : Refusal();
        }
        catch (JsonException)
        {
            return Refusal();
        }
    }

    private static VerifiedIdentity Restore(Stored stored, AssuranceLevel assurance) => new()
    {
        Home = stored.Home,
        Subject = stored.Subject,
        Jurisdiction = new Jurisdiction(stored.Jurisdiction),
        Name = new PersonName(stored.FamilyName, stored.GivenName, stored.HanTraditional, stored.HanSimplified),
        Birthdate = stored.Birthdate,
        Gender = stored.Gender,
        Documents = [.. stored.Documents.Select(document => new IdentityDocument(document.Type, document.Number))],
        PhoneNumber = stored.PhoneNumber,
        Email = stored.Email,
        Assurance = assurance,
        AuthenticationMethods = stored.AuthenticationMethods,
        AuthenticatedAt = stored.AuthenticatedAt,
        VerifiedAt = stored.VerifiedAt,
        AssertionDigest = stored.AssertionDigest,
    };

    private static Error Refusal() => ErrorCatalogue.AssertionMalformed.With("The stored identity is not as it was written.");

    private sealed record Stored(
        string Home, string Subject, string Jurisdiction, string FamilyName, string GivenName,
        string? HanTraditional, string? HanSimplified, DateOnly Birthdate, string Gender,
        IReadOnlyList<StoredDocument> Documents, string? PhoneNumber, string? Email, string Assurance,
        IReadOnlyList<string> AuthenticationMethods, DateTimeOffset AuthenticatedAt, DateTimeOffset VerifiedAt, string AssertionDigest);

    private sealed record StoredDocument(string Type, string Number);
}
