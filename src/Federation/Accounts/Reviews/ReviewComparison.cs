using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Accounts.Reviews;

/// <summary>One attribute of the person and of one candidate, side by side.</summary>
/// <param name="Equal">Null where one side says nothing, so that there is nothing to compare.</param>
internal sealed record ComparedAttribute(string Attribute, string? Proved, string? Registered, bool? Equal)
{
    /// <summary>Nothing of the person: they never get into a log by way of a record's text.</summary>
    public override string ToString() => nameof(ComparedAttribute);
}

/// <summary>What the rules compare, with the values, for an officer's eyes. The comparison is that of <see cref="MatchingRules"/>.</summary>
internal static class ReviewComparison
{
    public const string DocumentType = "home_return_permit";

    public static IReadOnlyList<ComparedAttribute> Of(VerifiedIdentity person, DirectoryAccount candidate)
    {
        var document = person.Document(DocumentType);
        var han = person.Name.HanTraditional ?? person.Name.HanSimplified;
        return
        [
            new(Attributes.Document, document?.Number, candidate.DocumentNumber, IsSameDocument(person, candidate)),
            new(Attributes.LatinName, person.Name.Latin, candidate.LatinName, NameComparison.LatinEquals(person.Name.Latin, candidate.LatinName)),
            new(Attributes.HanName, han, candidate.HanName,
                han is { Length: > 0 } && candidate.HanName is { Length: > 0 } registered ? NameComparison.HanEquals(han, registered) : null),
            new(Attributes.Birthdate, Date(person.Birthdate), Date(candidate.Birthdate), person.Birthdate == candidate.Birthdate),
        ];
    }

    /// <summary>What no reviewer can waive: type and number of the document are those that the home proved.</summary>
    public static bool IsSameDocument(VerifiedIdentity person, DirectoryAccount candidate) =>
        person.Document(DocumentType) is { } document && document.Type == candidate.DocumentType && document.Number == candidate.DocumentNumber;

    public static bool Differs(VerifiedIdentity person, DirectoryAccount candidate) => Of(person, candidate).Any(attribute => attribute.Equal == false);

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Names of attributes as the evidence of a decision keeps them.</summary>
    internal static class Attributes
    {
        public const string Document = "document";
        public const string LatinName = "latin_name";
        public const string HanName = "han_name";
        public const string Birthdate = "birthdate";
    }
}
