using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications.Licences;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Storage;

namespace CrossBorder.Federation.Applications.Submit;

/// <summary>
/// Asks for the applicant's electronic licences, where the applicant agreed to that, and writes it down before. A registry that does not answer
/// spares nobody any typing, but stops nobody either: the fields and materials are then asked of the resident. An application that takes several
/// steps, in the portal or because it is signed, asks once for all of them.
/// </summary>
internal sealed class LicenceLookup(
    ILicenceSource source, ILicenceLog log, ILicenceSnapshots snapshots, ILookupHasher hasher, TimeProvider clock, ILogger<LicenceLookup> logger)
{
    // As long as a form, its signing and the filing take.
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    /// <param name="applicant">Whose licences.</param>
    /// <param name="clientId">The client that it is done for; null for the hub's own portal.</param>
    /// <param name="entry">What is applied for.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<ElectronicLicence>> FindAsync(
        Applicant applicant, string? clientId, CatalogueEntry entry, CancellationToken cancellationToken)
    {
        var kinds = KnownFacts.LicenceKindsOf(entry.Items);
        if (kinds.Count == 0 || applicant is not { MainlandAccount: { } account, LicenceConsent: { } consent })
            return [];

        var snapshot = HasSteps(clientId, entry) ? IdOf(applicant, clientId, account, consent, kinds) : null;
        if (snapshot is not null && await snapshots.FindAsync(snapshot, clock.GetUtcNow(), cancellationToken) is { } kept)
            return JsonSerializer.Deserialize<List<ElectronicLicence>>(kept, JsonSerializerOptions.Web)!;

        await log.RecordAsync(new(applicant.ResidentId, clientId, consent, kinds), cancellationToken);
        var found = await source.FindAsync(account, kinds, cancellationToken);
        if (!found.TryGetValue(out var licences))
        {
            Log.LicencesUnavailable(logger, found.Error.Code);
            return [];
        }

        if (snapshot is not null)
        {
            var content = JsonSerializer.Serialize(licences, JsonSerializerOptions.Web);
            await snapshots.KeepAsync(new() { Id = snapshot, Content = content, ExpiresAt = clock.GetUtcNow() + KeptFor }, cancellationToken);
        }

        return licences;
    }

    /// <summary>The application is filed: the next one looks anew.</summary>
    public async Task ForgetAsync(Applicant applicant, string? clientId, CatalogueEntry entry, CancellationToken cancellationToken)
    {
        var kinds = KnownFacts.LicenceKindsOf(entry.Items);
        if (kinds.Count > 0 && HasSteps(clientId, entry) && applicant is { MainlandAccount: { } account, LicenceConsent: { } consent })
            await snapshots.ForgetAsync(IdOf(applicant, clientId, account, consent, kinds), cancellationToken);
    }

    // A client that files in one call needs no second look.
    private static bool HasSteps(string? clientId, CatalogueEntry entry) => clientId is null || entry.Signing != SigningNeed.None;

    private string IdOf(Applicant applicant, string? clientId, string account, string consent, IReadOnlyCollection<string> kinds) => hasher.Hash(
        "licence-snapshot", string.Join('\n', [applicant.ResidentId, clientId ?? "", account, consent, .. kinds.Order(StringComparer.Ordinal)]));
}
