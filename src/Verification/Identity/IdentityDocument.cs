using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Identity;

/// <summary>A document and its number in the one spelling in which numbers are compared, stored and looked up.</summary>
/// <param name="Type">One of <see cref="DocumentTypes"/>.</param>
/// <param name="Number">Canonical: HKID with brackets, the first nine characters of a Home Return Permit, a residence permit or resident identity card whole.</param>
public sealed record IdentityDocument(string Type, string Number)
{
    /// <summary>Checks a number by the rules of its type (CB3030 to CB3032, CB3038, CB3039) and makes it canonical.</summary>
    public static Outcome<IdentityDocument> Parse(string? type, string? number) => type switch
    {
        DocumentTypes.HongKongIdentityCard => HongKongIdentityCard.Parse(number).Map(card => new IdentityDocument(type, card.ToString())),
        DocumentTypes.HomeReturnPermit => HomeReturnPermit.Parse(number).Map(permit => new IdentityDocument(type, permit.CanonicalKey)),
        DocumentTypes.ResidencePermit => ResidencePermit.Parse(number).Map(permit => new IdentityDocument(type, permit.ToString())),
        DocumentTypes.ResidentIdentityCard => ResidentIdentityCard.Parse(number).Map(card => new IdentityDocument(type, card.ToString())),
        _ => ErrorCatalogue.DocumentMissing.With("The type of the document is not known."),
    };

    /// <summary>The number masked for display.</summary>
    public string Mask() => Type switch
    {
        DocumentTypes.HongKongIdentityCard => HongKongIdentityCard.Parse(Number).Map(card => card.Mask()),
        DocumentTypes.HomeReturnPermit => HomeReturnPermit.Parse(Number).Map(permit => permit.Mask()),
        DocumentTypes.ResidencePermit => ResidencePermit.Parse(Number).Map(permit => permit.Mask()),
        DocumentTypes.ResidentIdentityCard => ResidentIdentityCard.Parse(Number).Map(card => card.Mask()),
        _ => Outcome<string>.Of("****"),
    } is { Succeeded: true } masked ? masked.Value : "****";

    /// <summary>The birth date that is part of the number; null where the number says none.</summary>
    internal DateOnly? Birthdate => Type switch
    {
        DocumentTypes.ResidencePermit => ResidencePermit.Parse(Number).Value.Birthdate,
        DocumentTypes.ResidentIdentityCard => ResidentIdentityCard.Parse(Number).Value.Birthdate,
        _ => null,
    };

    /// <summary>The type alone: a number never gets into a log by way of a record's text.</summary>
    public override string ToString() => Type;
}
