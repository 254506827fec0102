using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Proactive.Evaluation;
using CrossBorder.Federation.Storage;

namespace CrossBorder.Federation.Proactive;

/// <summary>
/// Looks for what one resident may be entitled to, and stores it. Licences are asked for only where the resident allowed that kind and some rule
/// hangs on it, and only after it was written down.
/// </summary>
internal sealed class LookForOffers(
    IProactiveStore store, ICases cases, ICatalogue catalogue, ILicenceSource source, ILicenceLog log, ILookupHasher hasher, TimeProvider clock,
    ILogger<LookForOffers> logger)
{
    private const int MonthsDismissed = 12;
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterSilence = TimeSpan.FromHours(1);

    /// <param name="watch">Of the resident, tracked.</param>
    /// <param name="anew">What is known of them now, where they are here; null to go by what is kept.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>False where it was turned off meanwhile, or another node looked: then nothing was stored.</returns>
    public async Task<bool> LookAsync(ProactiveWatch watch, KeptFacts? anew, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = WorkingCalendar.DayOf(now);
        var kept = anew ?? KeptFacts.Read(watch.Facts);
        var filed = FiledItems.Of(await cases.ListAsync(watch.ResidentId, cancellationToken));
        var items = RuleBook.Items(catalogue).ToList();

        Entitlements Judge(PersonFacts facts) => Entitlements.Of(
            items, (item, rule) => !filed.KeepFromOffering(item.Code, rule.AgainMonths, today), facts, today);

        var known = new PersonFacts(kept.Identity, new HashSet<string>(), [], filed.Completed);
        var judged = Judge(known);
        IReadOnlyList<string> kinds = [.. watch.LicenceKinds.Where(judged.Needed.Contains)];
        var silent = false;
        if (kinds.Count > 0 && kept.Account is { } account)
        {
            var licences = await LicencesAsync(watch, account, kinds, cancellationToken);
            silent = licences is null;
            judged = licences is null ? judged : Judge(known with { LookedUp = kinds.ToHashSet(StringComparer.Ordinal), Licences = licences });
        }

        // Not before: writing down the look saves what is changed by then.
        (watch.Facts, watch.SeenAt) = anew is null ? (watch.Facts, watch.SeenAt) : (anew.Write(), now);
        watch.LooksAt = now + (silent ? AfterSilence : Every);
        return await ReconcileAsync(watch, judged, silent, now, cancellationToken);
    }

    /// <summary>Null where the registry does not answer.</summary>
    private async Task<IReadOnlyList<ElectronicLicence>?> LicencesAsync(
        ProactiveWatch watch, string account, IReadOnlyList<string> kinds, CancellationToken cancellationToken)
    {
        await log.RecordAsync(new(watch.ResidentId, HubPortal.OffersId, watch.ConsentId, kinds), cancellationToken);
        var found = await source.FindAsync(account, kinds, cancellationToken);
        if (found.TryGetValue(out var licences))
            return licences;
        Log.RegistrySilent(logger, found.Error.Code);
        return null;
    }

    private async Task<bool> ReconcileAsync(
        ProactiveWatch watch, Entitlements judged, bool silent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = (await store.OffersAsync(watch.ResidentId, cancellationToken)).ToDictionary(offer => offer.Item, StringComparer.Ordinal);
        List<ProactiveOffer> found = [], gone = [];
        foreach (var entitlement in judged.Found)
        {
            var offer = OfferOf(watch.ResidentId, entitlement, now);
            if (before.Remove(offer.Item, out var old) && old.FactsHash == offer.FactsHash && !IsForgotten(old, now))
            {
                old.Until = offer.Until;
                continue;
            }

            found.Add(offer);
            if (old is not null)
                gone.Add(old);
        }

        // What could not be looked at stays as it was; and a no stays a no while the rule does not hold.
        gone.AddRange(before.Values.Where(old => !(silent && judged.Open.Contains(old.Item)) && (old.DismissedAt is null || IsForgotten(old, now))));
        return await store.SaveAsync(watch, found, gone, cancellationToken);
    }

    private static bool IsForgotten(ProactiveOffer offer, DateTimeOffset now) => offer.DismissedAt?.AddMonths(MonthsDismissed) <= now;

    private ProactiveOffer OfferOf(string residentId, Entitlement entitlement, DateTimeOffset now)
    {
        var facts = KeptFacts.Write(entitlement.Verdict.Used);
        return new ProactiveOffer
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            ResidentId = residentId,
            Item = entitlement.Item.Code,
            Rule = entitlement.Rule.Key,
            FactsHash = hasher.Hash("offer-facts", $"{residentId}\n{entitlement.Item.Code}\n{entitlement.Rule.Key}\n{facts}"),
            Facts = facts,
            Until = entitlement.Verdict.Until,
            FoundAt = now,
        };
    }
}
