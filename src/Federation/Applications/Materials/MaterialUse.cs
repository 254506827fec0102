namespace CrossBorder.Federation.Applications.Materials;

/// <summary>An application names an upload, from the moment that it is filed or supplemented: an upload that none names is deleted in time.</summary>
internal sealed class MaterialUse
{
    public required string MaterialId { get; init; }

    public required string ApplicationId { get; init; }
}
