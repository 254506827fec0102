namespace CrossBorder.Federation.Catalogue;

/// <summary>Section <c>Catalogue</c>: where the catalogue comes from.</summary>
internal sealed class CatalogueOptions
{
    /// <summary>A catalogue of the operator's own, beside the settings file. Without it, the one that ships with the hub.</summary>
    public string? File { get; set; }
}
