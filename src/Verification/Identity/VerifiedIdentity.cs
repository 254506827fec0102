using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Identity;

/// <summary>
/// A person whose identity was proved. There are two ways to one: <see cref="Checks.VerificationPipeline"/>,
/// and <see cref="VerifiedIdentityJson"/> for one that was stored by us.
/// </summary>
public sealed class VerifiedIdentity
{
    internal VerifiedIdentity()
    {
    }

    /// <summary>Issuer of the home provider that vouches for the person.</summary>
    public required string Home { get; init; }

    /// <summary>The person's subject at that home provider.</summary>
    public required string Subject { get; init; }

    /// <summary>The place whose authorities vouch.</summary>
    public required Jurisdiction Jurisdiction { get; init; }

    /// <summary>The name.</summary>
    public required PersonName Name { get; init; }

    /// <summary>The birth date.</summary>
    public required DateOnly Birthdate { get; init; }

    /// <summary>M or F, as the documents write it.</summary>
    public required string Gender { get; init; }

    /// <summary>Documents with canonical numbers, at most one of each type.</summary>
    public required IReadOnlyList<IdentityDocument> Documents { get; init; }

    /// <summary>Telephone number in E.164.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>How surely the person was identified.</summary>
    public required AssuranceLevel Assurance { get; init; }

    /// <summary>How the person authenticated at home (RFC 8176).</summary>
    public required IReadOnlyList<string> AuthenticationMethods { get; init; }

    /// <summary>When the person authenticated at home.</summary>
    public required DateTimeOffset AuthenticatedAt { get; init; }

    /// <summary>When the assertion was verified.</summary>
    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>Digest of the assertion's compact form, which ties everything later to it.</summary>
    public required string AssertionDigest { get; init; }

    /// <summary>The document of that type, where there is one.</summary>
    public IdentityDocument? Document(string type) => Documents.FirstOrDefault(document => document.Type == type);
}
