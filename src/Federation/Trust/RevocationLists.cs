using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust;

/// <summary>Fetches the lists of settings and homes, keeps what holds, and puts all that is known into the snapshot.</summary>
internal sealed class RevocationLists(
    RevocationListSources sources, IRevocationSource source, TrustSnapshot snapshot, IServiceScopeFactory scopes,
    TimeProvider clock, ILogger<RevocationLists> logger) : IDisposable
{
    // Worker, officers and judgements load: an earlier reading must not take the place of a later one.
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile IReadOnlyDictionary<string, CertificateRevocationList> names = new Dictionary<string, CertificateRevocationList>();

    /// <summary>What this or another node fetched before. A list that a removed setting named is not taken up again.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var rows = await scope.ServiceProvider.GetRequiredService<IRevocationLists>().AllAsync(cancellationToken);
            var configured = sources.All.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
            names = rows.Where(row => configured.Contains(row.Name))
                .ToDictionary(row => row.Name, row => CertificateRevocationList.Parse(row.Encoded).Value, StringComparer.Ordinal);
            snapshot.Take(names.Values);
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    /// <returns>Whether every list was fetched and held.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        var outcomes = await Task.WhenAll(sources.All.Select(entry => KeepAsync(entry, cancellationToken)));
        await LoadAsync(cancellationToken);
        return Array.TrueForAll(outcomes, outcome => outcome.Succeeded);
    }

    /// <summary>One list, now.</summary>
    public async Task<Outcome<bool>> FetchAsync(RevocationListOptions entry, CancellationToken cancellationToken)
    {
        var outcome = await KeepAsync(entry, cancellationToken);
        await LoadAsync(cancellationToken);
        return outcome;
    }

    public RevocationListOptions? Find(string name) => sources.All.FirstOrDefault(entry => entry.Name == name);

    /// <summary>
    /// The configured lists that are unknown, or past their next update, each with its issuer; until a list has come once nobody knows whose
    /// it is, and the issuer is null. What counts in a judgement is for the judgement to say.
    /// </summary>
    public IReadOnlyList<(RevocationListOptions Entry, string? Issuer)> Late(RevocationAnswers known, DateTimeOffset now)
    {
        var current = names;
        return [.. sources.All.Select(entry => (Entry: entry, List: current.GetValueOrDefault(entry.Name)))
            .Where(one => one.List is null || !known.Lists.Contains(one.List) || one.List.NextUpdate <= now)
            .Select(one => (one.Entry, one.List?.Issuer))];
    }

    private async Task<Outcome<bool>> KeepAsync(RevocationListOptions entry, CancellationToken cancellationToken)
    {
        var fetched = (await source.FetchAsync(new Uri(entry.Address), cancellationToken))
            .Then(bytes => CertificateRevocationList.Parse(bytes)).Then(Known);
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IRevocationLists>();
        if (!fetched.TryGetValue(out var list))
        {
            Log.RevocationListNotTaken(logger, entry.Name, fetched.Error.Code, fetched.Error.Detail);
            await store.NoteAsync(entry.Name, clock.GetUtcNow(), fetched.Error.Code, fetched.Error.Detail, cancellationToken);
            return Outcome<bool>.Refused(fetched.Errors);
        }

        await store.KeepAsync(new RevocationListRow
        {
            Name = entry.Name,
            Encoded = list.Encoded.ToArray(),
            ThisUpdate = list.ThisUpdate,
            NextUpdate = list.NextUpdate,
            FetchedAt = clock.GetUtcNow(),
        }, cancellationToken);
        await store.NoteAsync(entry.Name, clock.GetUtcNow(), null, null, cancellationToken);
        return true;
    }

    /// <summary>A list comes over an open wire: one that none of our authorities signed must not push out the one that does hold.</summary>
    private Outcome<CertificateRevocationList> Known(CertificateRevocationList list)
    {
        var trusted = snapshot.Current.TrustList;
        return trusted.Anchors.Select(anchor => anchor.Certificate).Concat(trusted.Intermediates).Any(list.IsIssuedBy)
            ? list
            : ErrorCatalogue.RevocationListInvalid.With($"No authority of the trust list signed it; it names {list.Issuer}.");
    }
}
