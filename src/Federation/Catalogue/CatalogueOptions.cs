namespace CrossBorder.Federation.Catalogue;

/// <summary>Section <c>Catalogue</c>: where the catalogue comes from.</summary>
internal sealed class CatalogueOptions
{
    /// <summary>A catalogue of the operator's own, beside the settings file; without it, the one that ships with the hub. A new database begins with it; later a new version of it is a draft.</summary>
    public string? File { get; set; }
}
