using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Accounts.Reviews;

/// <summary>What the rules compared, with the values, for an officer's eyes.</summary>
internal static class ReviewComparison
{
    public static IReadOnlyList<ComparedAttribute> Of(VerifiedIdentity person, DirectoryAccount candidate) =>
        AttributeComparison.Of(person.Name, person.Birthdate, AccountDocument.Of(person), candidate);

    /// <summary>What no reviewer can waive: type and number of the document are those that the home proved.</summary>
    public static bool IsSameDocument(VerifiedIdentity person, DirectoryAccount candidate) =>
        AttributeComparison.IsSameDocument(AccountDocument.Of(person), candidate);

    public static bool Differs(VerifiedIdentity person, DirectoryAccount candidate) => Of(person, candidate).Any(attribute => attribute.Equal == false);
}
