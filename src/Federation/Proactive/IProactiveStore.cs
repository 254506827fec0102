using CrossBorder.Federation.Accounts;

namespace CrossBorder.Federation.Proactive;

/// <summary>Who turned it on, and what was found for them.</summary>
internal interface IProactiveStore
{
    /// <summary>Null where the resident has not turned it on, or turned it off, or agreed to another purpose than today's.</summary>
    Task<ProactiveWatch?> FindAsync(string residentId, CancellationToken cancellationToken);

    /// <summary>Takes the agreement and what rests on it, in one transaction.</summary>
    /// <param name="watch">Makes the row for the consent of that id.</param>
    Task StartAsync(string residentId, Recipient recipient, ConsentNotice notice, Func<string, ProactiveWatch> watch, CancellationToken cancellationToken);

    /// <summary>All of a resident's, dismissed ones too; tracked by the current unit of work.</summary>
    Task<List<ProactiveOffer>> OffersAsync(string residentId, CancellationToken cancellationToken);

    /// <summary>
    /// Stores the changed watch and offers; <paramref name="found"/> are new, <paramref name="gone"/> are no more. False where it was turned off
    /// meanwhile, or another node looked: then nothing is stored.
    /// </summary>
    Task<bool> SaveAsync(
        ProactiveWatch watch, IEnumerable<ProactiveOffer> found, IEnumerable<ProactiveOffer> gone, CancellationToken cancellationToken);

    /// <summary>Not interested. False where there is no such offer of this resident.</summary>
    Task<bool> DismissAsync(string residentId, string offerId, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The resident knows of all that was found so far.</summary>
    Task TellAsync(string residentId, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Residents whose turn it is and who were here since then, in the order of their turn: a look, or a delay, moves each of them to the end.</summary>
    Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, DateTimeOffset seenSince, int most, CancellationToken cancellationToken);

    /// <summary>Puts off the turn of a resident.</summary>
    Task PostponeAsync(string residentId, DateTimeOffset looksAt, CancellationToken cancellationToken);
}
