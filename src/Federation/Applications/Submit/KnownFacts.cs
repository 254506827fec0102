using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>What the hub knows of the applicant before anything is typed: the verified identity and the licences found.</summary>
internal sealed record KnownFacts(VerifiedIdentity Identity, IReadOnlyList<ElectronicLicence> Licences)
{
    /// <summary>Whether the applicant lets electronic licences be looked up. Without it there are none, and everything is asked.</summary>
    public bool MayLookUp { get; init; } = true;

    /// <summary>Why a field or material of a licence is asked for all the same, to put behind a refusal.</summary>
    public string Why(bool ofLicence) => ofLicence && !MayLookUp ? " The resident has not agreed that electronic licences are looked up." : "";

    public string? ValueOf(FormField field)
    {
        if (field.Prefill is not { } source)
            return null;
        var value = source.Claim is { } claim
            ? IdentityClaims.Of(Identity, claim)
            : Licences.FirstOrDefault(licence => licence.Kind == source.LicenceKind)?.Attributes.GetValueOrDefault(source.LicenceAttribute!);
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>Whether the material needs no upload because its content is proved already.</summary>
    public bool Waives(RequiredDocument document) => document.WaivableBy switch
    {
        Waiver.VerifiedIdentity => true,
        Waiver.ElectronicLicence => Licences.Any(licence => licence.Kind == document.Slug),
        _ => false,
    };

    /// <summary>The licences that are worth asking for: for fields and for materials.</summary>
    public static IReadOnlyCollection<string> LicenceKindsOf(IEnumerable<ServiceItem> items)
    {
        var all = items.ToList();
        return all.SelectMany(item => item.Fields).Select(field => field.Prefill?.LicenceKind).OfType<string>()
            .Concat(all.SelectMany(item => item.Documents)
                .Where(document => document.WaivableBy == Waiver.ElectronicLicence).Select(document => document.Slug))
            .ToHashSet(StringComparer.Ordinal);
    }
}
