using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Proactive;

/// <summary>What a resident sees of their offers. Of who has not turned it on, nothing is read.</summary>
internal sealed class ResidentOffers(IProactiveStore store, LookForOffers look, ICases cases, ICatalogue catalogue, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The offers that are open, once it was looked where a look is due; null where it is not turned on.</summary>
    /// <param name="applicant">Who is signed in: what is known of them anew takes the place of what was.</param>
    /// <param name="app">Whether a service asks that files for the resident, and not the resident.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<IReadOnlyList<OfferView>?> OpenAsync(Applicant applicant, bool app, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(applicant.ResidentId, cancellationToken) is not { } watch || (app && !watch.ShownToApps))
            return null;

        var (now, facts) = (clock.GetUtcNow(), KeptFacts.Of(applicant, watch.LicenceKinds));
        if (watch.LooksAt <= now || watch.Facts != facts.Write())
        {
            await look.LookAsync(watch, facts, cancellationToken);
        }
        else if (!app && watch.SeenAt < now - Day)
        {
            watch.SeenAt = now;
            await store.SaveAsync(watch, [], [], cancellationToken);
        }

        var offers = await store.OffersAsync(applicant.ResidentId, cancellationToken);
        // What a service reads, the resident has not seen.
        if (!app && offers.Exists(offer => offer.ToldAt is null))
            await store.TellAsync(applicant.ResidentId, now, cancellationToken);
        return Open(offers, await cases.ListAsync(applicant.ResidentId, cancellationToken));
    }

    /// <summary>How many are open by what was found last; 0 where it is not turned on.</summary>
    public async Task<int> CountAsync(string residentId, IReadOnlyList<CaseView> filed, CancellationToken cancellationToken) =>
        await store.FindAsync(residentId, cancellationToken) is null ? 0 : Open(await store.OffersAsync(residentId, cancellationToken), filed).Count;

    /// <summary>Not interested: hidden until the facts are others, or a year is over. CB5185 where there is none of that id.</summary>
    public async Task<Outcome<bool>> DismissAsync(string residentId, string offerId, bool app, CancellationToken cancellationToken) =>
        await store.FindAsync(residentId, cancellationToken) is { } watch && (!app || watch.ShownToApps)
            && await store.DismissAsync(residentId, offerId, clock.GetUtcNow(), cancellationToken)
                ? true
                : ErrorCatalogue.OfferUnknown.With("No offer of this id is the caller's.");

    private List<OfferView> Open(IEnumerable<ProactiveOffer> offers, IReadOnlyList<CaseView> filed)
    {
        var (today, already) = (WorkingCalendar.DayOf(clock.GetUtcNow()), FiledItems.Of(filed));
        return
        [
            .. from offer in offers
               where offer.DismissedAt is null && !(offer.Until < today)
               let found = RuleBook.Find(catalogue, offer)
               where found is { } known && !already.KeepFromOffering(offer.Item, known.Rule.AgainMonths, today)
               select new OfferView(offer.Id, found.Value.Item, found.Value.Rule, KeptFacts.ReadUsed(offer.Facts), offer.Until, offer.FoundAt),
        ];
    }
}
