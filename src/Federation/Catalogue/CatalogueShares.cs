namespace CrossBorder.Federation.Catalogue;

/// <summary>
/// How much of an item nobody has to type or upload, by the rules that submitting applies. The best case: the home gave every
/// claim and the registry every licence; what a resident's own case spares may be less.
/// </summary>
/// <param name="Code">Of the item; null for a sum.</param>
/// <param name="Claims">Fields filled from the verified identity.</param>
/// <param name="Licences">Fields filled from electronic licences.</param>
/// <param name="Identity">Materials that the verified identity replaces.</param>
/// <param name="Licensed">Materials that an electronic licence replaces.</param>
/// <param name="Committed">Materials that a signed commitment replaces (告知承諾).</param>
/// <param name="Deferrable">Materials that are left to hand in but may follow later (容缺): not waived, so not counted as such.</param>
/// <param name="Uploads">Materials that are left to hand in at once.</param>
internal sealed record CatalogueShares(
    string? Code, int Fields, int Claims, int Licences, int Documents, int Identity, int Licensed, int Committed, int Deferrable, int Uploads)
{
    public double Filled => Share(Claims + Licences, Fields);

    public double Waived => Share(Identity + Licensed + Committed, Documents);

    /// <summary>Of an item, or of all online items of a bundle, as often as each asks.</summary>
    public static CatalogueShares Of(CatalogueEntry entry) =>
        entry.Item is { } item ? Of(item) : Sum([.. entry.Bundle!.OnlineItems.Select(Of)]);

    public static CatalogueShares Of(ServiceItem item) => new(
        item.Code,
        item.Fields.Count,
        item.Fields.Count(field => field.Prefill?.Claim is not null),
        item.Fields.Count(field => field.Prefill?.LicenceKind is not null),
        item.Documents.Count,
        item.Documents.Count(document => document.WaivableBy == Waiver.VerifiedIdentity),
        item.Documents.Count(document => document.WaivableBy == Waiver.ElectronicLicence),
        item.Documents.Count(document => document.WaivableBy == Waiver.Commitment),
        item.Documents.Count(document => document.WaivableBy == Waiver.None && document.Deferrable),
        item.Documents.Count(document => document.WaivableBy == Waiver.None && !document.Deferrable));

    /// <summary>Fields and materials of all, each counted as often as it is asked for.</summary>
    public static CatalogueShares Sum(IReadOnlyCollection<CatalogueShares> parts) => new(
        null,
        parts.Sum(part => part.Fields), parts.Sum(part => part.Claims), parts.Sum(part => part.Licences),
        parts.Sum(part => part.Documents), parts.Sum(part => part.Identity), parts.Sum(part => part.Licensed),
        parts.Sum(part => part.Committed), parts.Sum(part => part.Deferrable), parts.Sum(part => part.Uploads));

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
