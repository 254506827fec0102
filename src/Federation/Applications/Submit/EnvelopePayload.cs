using CrossBorder.Federation.Applications.Commitments;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>What a department is told: of the applicant, only what the item needs.</summary>
internal static class EnvelopePayload
{
    // A material that the identity proves is handed over as the number it would have shown.
    private static readonly Dictionary<string, string> ClaimOfMaterial = new(StringComparer.Ordinal)
    {
        ["home-return-permit"] = "home_return_permit_number",
        ["prior-permit"] = "home_return_permit_number",
        ["id-document"] = "home_return_permit_number",
        ["hkid-card"] = "hk_id_number",
    };

    public static string Write(string deliveryId, string caseNumber, VerifiedPart part, VerifiedIdentity identity,
        IReadOnlyList<StatedCommitment> commitments, SigningProof? proof, DateTimeOffset submittedAt, Uri issuer, ActingAgent? acting) =>
        ApplicationJson.Write(new
        {
            Id = deliveryId,
            Aud = part.Item.Department.Slug,
            Case = caseNumber,
            Item = part.Item.Code,
            Department = part.Item.Department.Slug,
            Applicant = ApplicantOf(part, identity),
            Act = acting?.ToContent(),
            part.Form,
            Materials = part.Materials.Select(material => new
            {
                material.Slug,
                Settled = Word(material.How),
                material.Upload?.Digest,
                Url = material.Upload is null ? null
                    : new Uri(issuer, $"api/departments/{part.Item.Department.Slug}/deliveries/{deliveryId}/materials/{material.Upload.Id}"),
            }),
            Commitments = commitments.Where(stated => part.Materials.Any(material => material.Agreed is not null && material.Slug == stated.Slug)),
            // Certificates of a resident go to whoever asks for a signature, and to nobody else.
            Signature = part.Item.Signing == SigningNeed.None ? null : proof?.ForDepartments(),
            SubmittedAt = submittedAt,
        });

    private static SortedDictionary<string, string> ApplicantOf(VerifiedPart part, VerifiedIdentity identity)
    {
        var claims = part.Item.Fields.Select(field => field.Prefill?.Claim).OfType<string>()
            .Concat(part.Materials.Where(material => material.How == Settlement.Identity)
                .Select(material => ClaimOfMaterial.GetValueOrDefault(material.Slug)).OfType<string>())
            .Append("name");

        var applicant = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["acr"] = identity.Assurance.ToUrn() };
        foreach (var claim in claims)
        {
            if (IdentityClaims.Of(identity, claim) is { } value)
                applicant[claim] = value;
        }

        return applicant;
    }

    private static string Word(Settlement how) => how switch
    {
        Settlement.Identity => "verified-identity",
        Settlement.Licence => "e-licence",
        Settlement.Commitment => "commitment",
        Settlement.Deferred => "deferred",
        _ => "uploaded",
    };
}
