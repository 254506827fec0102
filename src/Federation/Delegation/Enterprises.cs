using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Delegation;

/// <summary>
/// The enterprise that a resident is the legal representative of, as its electronic business licence says: nobody's word is taken for it.
/// </summary>
internal sealed class Enterprises(ILicenceSource source, ILicenceLog log, ILookupHasher hasher)
{
    private const string Licence = "business-licence";

    /// <returns>CB5190 where there is none, where the licence does not name the resident, or where licences may not be looked up.</returns>
    public async Task<Outcome<EnterpriseFacts>> FindAsync(Applicant resident, CancellationToken cancellationToken)
    {
        if (resident is not { MainlandAccount: { } account, LicenceConsent: { } consent })
            return ErrorCatalogue.MandateUnfit.With("Electronic licences may not be looked up.");

        await log.RecordAsync(new(resident.ResidentId, null, consent, [Licence]), cancellationToken);
        var found = await source.FindAsync(account, [Licence], cancellationToken);
        if (!found.TryGetValue(out var licences))
            return Outcome<EnterpriseFacts>.Refused(found.Errors);
        return licences.Select(licence => Read(licence, resident.Identity.Name)).FirstOrDefault(facts => facts is not null) is { } enterprise
            ? enterprise
            : ErrorCatalogue.MandateUnfit.With("The register has no business licence that names the resident.");
    }

    private EnterpriseFacts? Read(ElectronicLicence licence, PersonName name)
    {
        var attributes = licence.Attributes;
        // A register with a wrong code, or another name, says nothing that could be relied on.
        return UnifiedSocialCreditCode.Parse(attributes.GetValueOrDefault("uscc")).TryGetValue(out var code)
            && attributes.GetValueOrDefault("name") is { Length: > 0 } registered
            && attributes.GetValueOrDefault("legal_representative") is { } representative
            && (NameComparison.HanEquals(representative, name.HanTraditional ?? name.HanSimplified) || NameComparison.LatinEquals(representative, name.Latin))
                ? new EnterpriseFacts(hasher.Hash("enterprise", code.ToString()), code.ToString(), registered)
                : null;
    }
}
