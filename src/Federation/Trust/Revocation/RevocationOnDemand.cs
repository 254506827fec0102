using System.Collections.Concurrent;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>
/// Fetches a list because somebody needs it now: an officer, or a judgement whose list is unknown or late. One fetch of a list at a time;
/// a judgement waits for it a short while, and is made by what is known then.
/// </summary>
internal sealed class RevocationOnDemand(RevocationLists lists, ITrustSnapshot trust, IOptions<TrustOptions> options, TimeProvider clock,
    ILogger<RevocationOnDemand> logger)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Outcome<bool>>>> running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> tried = new(StringComparer.Ordinal);

    public bool Knows(string name) => options.Value.RevocationLists.Exists(entry => entry.Name == name);

    /// <summary>Fetches one list now, and tells how that went; CB6143 where no setting names it.</summary>
    public Task<Outcome<bool>> FetchAsync(string name) =>
        options.Value.RevocationLists.Find(entry => entry.Name == name) is { } entry
            ? Once(entry)
            : Task.FromResult<Outcome<bool>>(ErrorCatalogue.RevocationListUnknown.With($"No setting names a list '{name}'."));

    /// <summary>Fetches what is unknown or late, unless that was tried a moment ago, and waits for it as long as the settings say.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var wanted = lists.Late(trust.Current.RevocationAnswers, now)
            .Where(entry => !tried.TryGetValue(entry.Name, out var last) || now - last >= options.Value.OnDemandPause).ToList();
        if (wanted.Count == 0)
            return;

        try
        {
            // The fetch goes on after the wait is over: the next judgement has the use of it.
            await Task.WhenAll(wanted.Select(Once)).WaitAsync(options.Value.OnDemandWait, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Judged by what is known.
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // So it is where the list could not be kept. A sign-in must not fail for that: what is known may be enough for it.
            Log.RevocationNotKept(logger, fault);
        }
    }

    private Task<Outcome<bool>> Once(RevocationListOptions entry)
    {
        tried[entry.Name] = clock.GetUtcNow();
        return running.GetOrAdd(entry.Name, _ => new Lazy<Task<Outcome<bool>>>(() => RunAsync(entry))).Value;
    }

    private async Task<Outcome<bool>> RunAsync(RevocationListOptions entry)
    {
        try
        {
            return await lists.FetchAsync(entry, CancellationToken.None);
        }
        finally
        {
            running.TryRemove(entry.Name, out _);
        }
    }
}
