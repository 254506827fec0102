using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Accounts;

/// <summary>
/// Whether an account on the other side is the verified person's: document number, name and birth date must all be equal.
/// Nothing is scored; nearly equal is not equal.
/// </summary>
internal static class MatchingRules
{
    /// <summary>Stands in the evidence. A change of the rules is a new version.</summary>
    public const string Version = "matching-1";

    public static MatchResult Decide(
        PersonName name, DateOnly birthdate, IdentityDocument document, IReadOnlyList<DirectoryAccount> accounts) =>
        accounts.Count switch
        {
            0 => new MatchResult(MatchKind.None, null, new Dictionary<string, bool>()),
            1 => Single(name, birthdate, document, accounts[0]),
            // Two accounts under one document are two claims to be one person: that is not for a rule to decide.
            _ => new MatchResult(MatchKind.Several, null, new Dictionary<string, bool>()),
        };

    private static MatchResult Single(PersonName name, DateOnly birthdate, IdentityDocument document, DirectoryAccount account)
    {
        var compared = AttributeComparison.Evidence(AttributeComparison.Of(name, birthdate, document, account));
        return compared.Values.All(equal => equal)
            ? new MatchResult(MatchKind.One, account, compared)
            : new MatchResult(MatchKind.Mismatch, null, compared);
    }
}

internal enum MatchKind
{
    None,
    One,
    Several,
    Mismatch,
}

/// <param name="Account">The one account, where it matched.</param>
/// <param name="Compared">Attribute to whether it was equal.</param>
internal sealed record MatchResult(MatchKind Kind, DirectoryAccount? Account, IReadOnlyDictionary<string, bool> Compared);
