using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Accounts;

/// <summary>One attribute of the person and of one account, side by side.</summary>
/// <param name="Equal">Null where one side says nothing, so that there is nothing to compare.</param>
internal sealed record ComparedAttribute(string Attribute, string? Proved, string? Registered, bool? Equal)
{
    /// <summary>Nothing of the person: they never get into a log by way of a record's text.</summary>
    public override string ToString() => nameof(ComparedAttribute);
}

/// <summary>What is compared of a person and an account, and how: for the rules, and for the eyes of an officer where the rules stop.</summary>
internal static class AttributeComparison
{
    public static IReadOnlyList<ComparedAttribute> Of(PersonName name, DateOnly birthdate, IdentityDocument? document, DirectoryAccount account)
    {
        var han = name.HanTraditional ?? name.HanSimplified;
        return
        [
            new(Attributes.Document, document?.Number, account.DocumentNumber, IsSameDocument(document, account)),
            new(Attributes.Birthdate, Date(birthdate), Date(account.Birthdate), birthdate == account.Birthdate),
            new(Attributes.LatinName, name.Latin, account.LatinName, NameComparison.LatinEquals(name.Latin, account.LatinName)),
            new(Attributes.HanName, han, account.HanName,
                han is { Length: > 0 } && account.HanName is { Length: > 0 } registered ? NameComparison.HanEquals(han, registered) : null),
        ];
    }

    public static bool IsSameDocument(IdentityDocument? document, DirectoryAccount account) =>
        document is not null && document.Type == account.DocumentType && document.Number == account.DocumentNumber;

    /// <summary>As the evidence of a decision keeps it: what there was to compare, and whether it was equal.</summary>
    public static IReadOnlyDictionary<string, bool> Evidence(IEnumerable<ComparedAttribute> compared) =>
        compared.Where(attribute => attribute.Equal is not null)
            .ToDictionary(attribute => attribute.Attribute, attribute => attribute.Equal!.Value, StringComparer.Ordinal);

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
