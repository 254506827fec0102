using System.Collections.Concurrent;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>
/// Has lists and responses fetched because somebody needs them now: an officer, or a judgement to which one is unknown or late. One fetch of
/// each at a time; a judgement waits for it a short while, and is made by what is known then.
/// </summary>
internal sealed class RevocationOnDemand(
    RevocationLists lists, RevocationResponders responders, ITrustSnapshot trust, IOptions<TrustOptions> options, TimeProvider clock,
    ILogger<RevocationOnDemand> logger) : IRevocationFetches
{
    /// <summary>Refusals that an answer may lift.</summary>
    private static readonly HashSet<string> NotKnown = new[]
    {
        ErrorCatalogue.RevocationMissing, ErrorCatalogue.RevocationStale, ErrorCatalogue.RevocationListInvalid,
        ErrorCatalogue.RevocationListIncomplete, ErrorCatalogue.RevocationResponseInvalid,
    }.Select(descriptor => descriptor.Code).ToHashSet(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Lazy<Task<Outcome<bool>>>> running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> tried = new(StringComparer.Ordinal);

    public bool Knows(string name) => responders.Find(name) is not null || lists.Find(name) is not null;

    /// <summary>Fetches one list, or all that one responder is asked about, now, and tells how that went; CB6143 where no setting names it.</summary>
    public Task<Outcome<bool>> FetchAsync(string name) =>
        lists.Find(name) is { } list ? Once(list)
        : responders.Find(name) is { } responder ? Once(responder.Name, () => responders.RefreshAsync(responder, CancellationToken.None))
        : Task.FromResult<Outcome<bool>>(ErrorCatalogue.RevocationListUnknown.With($"No setting names a list or a responder '{name}'."));

    /// <summary>
    /// Judges a message. Where it is refused because the revocation of its chain is not known, or accepted by an answer that is late, the
    /// answer is fetched and it is judged again. What does not hold for another reason costs no fetch.
    /// </summary>
    public async Task<Judgement<T>> JudgeAsync<T>(Func<Judgement<T>> judge, CancellationToken cancellationToken)
    {
        var judgement = judge();
        return await EnsureAsync(() => PathOf(judgement), cancellationToken) ? judge() : judgement;
    }

    /// <inheritdoc/>
    public Task EnsureAsync(IReadOnlyList<Certificate> presented, CancellationToken cancellationToken) =>
        EnsureAsync(() => ChainVerifier.Trace(presented, trust.Current.TrustList), cancellationToken);

    /// <returns>Whether something was fetched, or is being fetched.</returns>
    private async Task<bool> EnsureAsync(Func<IReadOnlyList<Certificate>> findPath, CancellationToken cancellationToken)
    {
        var (now, known) = (clock.GetUtcNow(), trust.Current.RevocationAnswers);
        var late = lists.Late(known, now);
        // To find the path costs signatures: not where nothing could come of it.
        if ((late.Count == 0 && options.Value.Responders.Count == 0) || findPath() is not { Count: > 1 } path)
            return false;

        List<Func<Task<Outcome<bool>>>> fetches = [];
        foreach (var list in late.Where(list => IsDue(list.Entry.Name, now) && (list.Issuer is null || path.Skip(1).Any(authority => authority.Subject == list.Issuer))))
            fetches.Add(() => Once(list.Entry));
        foreach (var (responder, link) in responders.Late([.. RevocationLink.Of(path)], known, now))
        {
            var key = $"{responder.Name} {link.Certificate.Sha256Thumbprint}";
            if (IsDue(key, now))
                fetches.Add(() => Once(key, () => responders.AskAsync(responder, link, CancellationToken.None)));
        }

        if (fetches.Count > 0)
            await WaitAsync(fetches.Select(fetch => fetch()), cancellationToken);
        return fetches.Count > 0;
    }

    private async Task WaitAsync(IEnumerable<Task> fetches, CancellationToken cancellationToken)
    {
        try
        {
            // The fetch goes on after the wait is over: the next judgement has the use of it.
            await Task.WhenAll(fetches).WaitAsync(options.Value.OnDemandWait, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Judged by what is known.
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // So it is where the answer could not be kept. A judgement must not fail for that: what is known may be enough for it.
            Log.RevocationNotKept(logger, fault);
        }
    }

    /// <summary>From the leaf to the anchor; empty where no answer would change anything.</summary>
    private IReadOnlyList<Certificate> PathOf<T>(Judgement<T> judgement) => judgement switch
    {
        // Believed for itself: officers alone answer for it.
        { Chain.Direct: not null } => [],
        { Outcome.Succeeded: true, Chain: { } chain } => [.. chain.Path, chain.Anchor.Certificate],
        { Outcome.Succeeded: false, Content: { } content } when judgement.Outcome.Errors.Any(error => NotKnown.Contains(error.Code)) =>
            ChainVerifier.Trace(content.Chain, trust.Current.TrustList),
        _ => [],
    };

    private bool IsDue(string key, DateTimeOffset now) => !tried.TryGetValue(key, out var last) || now - last >= options.Value.OnDemandPause;

    private Task<Outcome<bool>> Once(RevocationListOptions list) => Once(list.Name, () => lists.FetchAsync(list, CancellationToken.None));

    private Task<Outcome<bool>> Once(string key, Func<Task<Outcome<bool>>> fetch)
    {
        var now = clock.GetUtcNow();
        foreach (var (other, last) in tried)
            if (now - last >= options.Value.OnDemandPause)
                tried.TryRemove(KeyValuePair.Create(other, last));
        tried[key] = now;
        return running.GetOrAdd(key, _ => new Lazy<Task<Outcome<bool>>>(() => RunAsync(key, fetch))).Value;
    }

    private async Task<Outcome<bool>> RunAsync(string key, Func<Task<Outcome<bool>>> fetch)
    {
        try
        {
            return await fetch();
        }
        finally
        {
            running.TryRemove(key, out _);
        }
    }
}
