using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust;

/// <summary>Fetches the configured lists, keeps what holds, and puts all that is known into the snapshot.</summary>
internal sealed class RevocationLists(
    IOptions<TrustOptions> options, IRevocationSource source, TrustSnapshot snapshot, IServiceScopeFactory scopes,
    TimeProvider clock, ILogger<RevocationLists> logger)
{
    /// <summary>What this or another node fetched before. A list that a removed setting named is not taken up again.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<IRevocationLists>().AllAsync(cancellationToken);
        var names = options.Value.RevocationLists.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        snapshot.Take(rows.Where(row => names.Contains(row.Name))
            .Select(row => CertificateRevocationList.Parse(row.Encoded).Value));
    }

    /// <returns>Whether every list was fetched and held.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        var outcomes = await Task.WhenAll(options.Value.RevocationLists.Select(entry => RefreshAsync(entry, cancellationToken)));
        await LoadAsync(cancellationToken);
        return Array.TrueForAll(outcomes, done => done);
    }

    private async Task<bool> RefreshAsync(RevocationListOptions entry, CancellationToken cancellationToken)
    {
        var fetched = (await source.FetchAsync(new Uri(entry.Address), cancellationToken))
            .Then(bytes => CertificateRevocationList.Parse(bytes)).Then(Known);
        if (!fetched.TryGetValue(out var list))
        {
            Log.RevocationListNotTaken(logger, entry.Name, fetched.Error.Code, fetched.Error.Detail);
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IRevocationLists>().KeepAsync(new RevocationListRow
        {
            Name = entry.Name,
            Encoded = list.Encoded.ToArray(),
            ThisUpdate = list.ThisUpdate,
            NextUpdate = list.NextUpdate,
            FetchedAt = clock.GetUtcNow(),
        }, cancellationToken);
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
