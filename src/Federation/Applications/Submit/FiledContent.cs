namespace CrossBorder.Federation.Applications.Submit;

/// <summary>The parts of an application as they are stored and as they are signed: the same to the letter, so that the two compare.</summary>
internal static class FiledContent
{
    public static IReadOnlyList<object> PartsOf(VerifiedApplication verified) =>
    [
        .. verified.Parts.Select(part => new
        {
            Item = part.Item.Code,
            Department = part.Item.Department.Slug,
            part.Form,
            Materials = part.Materials.Select(material => new { material.Slug, How = material.How.ToString(), material.Upload?.Digest, Commitment = material.Agreed?.Digest }),
        }),
    ];
}
