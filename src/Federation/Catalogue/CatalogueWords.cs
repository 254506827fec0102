using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Catalogue;

/// <summary>The words that the API writes for what the catalogue holds as types.</summary>
internal static class CatalogueWords
{
    public static string Of(AssuranceLevel level) => level switch
    {
        AssuranceLevel.Low => "low",
        AssuranceLevel.Substantial => "substantial",
        _ => "high",
    };

    public static string Of(FieldType type) => type switch
    {
        FieldType.Date => "date",
        FieldType.Number => "number",
        FieldType.Tel => "tel",
        FieldType.Email => "email",
        FieldType.Select => "select",
        _ => "text",
    };

    public static string? Of(Waiver waiver) => waiver switch
    {
        Waiver.VerifiedIdentity => "verified-identity",
        Waiver.ElectronicLicence => "e-licence",
        Waiver.Commitment => "commitment",
        _ => null,
    };
}
