using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>
/// A home vouches for documents of its own people alone: one that named another place's document would open that place's accounts.
/// Of a place that is not told here, every document is taken: what it issues is not known.
/// </summary>
internal sealed class DocumentPlaceCheck : ICheck
{
    public CheckDescriptor Descriptor { get; } = new(
        nameof(DocumentPlaceCheck),
        "Each document is one that the people of that place hold.",
        [ErrorCatalogue.DocumentOfAnotherPlace],
        IsGate: false);

    public IEnumerable<Error> Examine(Examination examination)
    {
        if (examination.PersonSoFar is not { } person)
            return [];
        var place = examination.Home.Jurisdiction;
        return person.Documents.Index().Where(entry => !IsOf(place, entry.Item)).Select(entry => ErrorCatalogue.DocumentOfAnotherPlace.With(
            $"A home of {place} cannot vouch for this {entry.Item.Type}.", $"/identity/documents/{entry.Index}"));
    }

    private static bool IsOf(Jurisdiction place, IdentityDocument document)
    {
        if (place.IsMainland)
            return document.Type == DocumentTypes.ResidentIdentityCard;
        if (place == Jurisdiction.HongKong)
            return IsOf(document, permit: 'H', residence: "81") || document.Type == DocumentTypes.HongKongIdentityCard;
        return place != Jurisdiction.Macao || IsOf(document, permit: 'M', residence: "82");
    }

    // The first letter of a Home Return Permit, and the address code of a residence permit, say where the holder lives.
    private static bool IsOf(IdentityDocument document, char permit, string residence) =>
        (document.Type == DocumentTypes.HomeReturnPermit && document.Number[0] == permit)
        || (document.Type == DocumentTypes.ResidencePermit && document.Number.StartsWith(residence, StringComparison.Ordinal));
}
