using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Catalogue;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>
/// Asks for the applicant's electronic licences, where the applicant agreed to that, and writes it down before. A registry that does not answer spares nobody any typing, but stops
/// nobody either: the fields and materials are then asked of the resident.
/// </summary>
internal sealed class LicenceLookup(ILicenceSource source, ILicenceLog log, ILogger<LicenceLookup> logger)
{
    public async Task<IReadOnlyList<ElectronicLicence>> FindAsync(
        Applicant applicant, string? clientId, IEnumerable<ServiceItem> items, CancellationToken cancellationToken)
    {
        var kinds = KnownFacts.LicenceKindsOf(items);
        if (kinds.Count == 0 || applicant is not { MainlandAccount: { } account, LicenceConsent: not null })
            return [];

        await log.RecordAsync(new(applicant.ResidentId, clientId, applicant.LicenceConsent, kinds), cancellationToken);
        var found = await source.FindAsync(account, kinds, cancellationToken);
        if (found.TryGetValue(out var licences))
            return licences;

        Log.LicencesUnavailable(logger, found.Error.Code);
        return [];
    }
}
