using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Proactive;

/// <summary>Turning it on and off: a consent in words of its own, for the sources that the resident names.</summary>
internal sealed class ProactiveChoice(IProactiveStore store, IConsents consents, Recipients recipients, ICatalogue catalogue, TimeProvider clock)
{
    /// <summary>What is allowed now; null where it is off.</summary>
    public async Task<ProactiveSources?> FindAsync(string residentId, CancellationToken cancellationToken) =>
        await store.FindAsync(residentId, cancellationToken) is { } watch ? new(watch.LicenceKinds, watch.ShownToApps) : null;

    /// <summary>The licences to choose from.</summary>
    public IReadOnlyList<RequiredDocument> Licences => RuleBook.Licences(catalogue);

    public ConsentNotice NoticeOf(ProactiveSources sources, string language) => ProactiveNotice.Of(
        recipients.Find(HubPortal.OffersId).Value, [.. Licences.Where(licence => sources.Licences.Contains(licence.Slug))], sources.ShownToApps, language);

    /// <summary>Turns it on, or on for other sources. False where another text was on the screen: it is shown again.</summary>
    public async Task<bool> AgreeAsync(
        Applicant applicant, ProactiveSources sources, string language, string? seen, CancellationToken cancellationToken)
    {
        var notice = NoticeOf(sources, language);
        if (notice.Digest != seen)
            return false;

        // Off before it is on for something else: what breaks in between leaves it off.
        await TurnOffAsync(applicant.ResidentId, cancellationToken);
        var now = clock.GetUtcNow();
        List<string> licences = [.. Licences.Select(licence => licence.Slug).Where(sources.Licences.Contains)];
        await store.StartAsync(applicant.ResidentId, recipients.Find(HubPortal.OffersId).Value, notice, consent => new ProactiveWatch
        {
            ResidentId = applicant.ResidentId,
            ConsentId = consent,
            Licences = string.Join(' ', licences),
            ShownToApps = sources.ShownToApps,
            Facts = KeptFacts.Of(applicant, licences).Write(),
            SeenAt = now,
            LooksAt = now,
        }, cancellationToken);
        return true;
    }

    /// <summary>Withdraws the consent; all that was found and kept goes with it.</summary>
    public async Task TurnOffAsync(string residentId, CancellationToken cancellationToken)
    {
        var given = await consents.ListAsync(residentId, HubPortal.OffersId, cancellationToken);
        foreach (var consent in given.Where(consent => consent.WithdrawnAt is null))
            await consents.WithdrawAsync(residentId, HubPortal.OffersId, consent.Id, cancellationToken);
    }
}

/// <summary>What may be looked at, beside the verified identity and what was completed here.</summary>
/// <param name="Licences">Slugs of the licences.</param>
/// <param name="ShownToApps">Whether services that file for the resident may fetch what was found.</param>
internal sealed record ProactiveSources(IReadOnlyList<string> Licences, bool ShownToApps);
