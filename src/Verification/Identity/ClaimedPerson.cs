namespace CrossBorder.Verification.Identity;

/// <summary>The attributes of an assertion, each well-formed by its own rules.</summary>
internal sealed record ClaimedPerson(
    PersonName Name, DateOnly Birthdate, string Gender, IReadOnlyList<IdentityDocument> Documents, string? PhoneNumber, string? Email);
