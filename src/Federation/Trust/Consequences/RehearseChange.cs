using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Records;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>Rehearses a change of trust that has no effect yet, or the end of one that has.</summary>
internal sealed class RehearseChange(
    ITrustChanges changes, ITrustUsage usage, ITrustDependents dependents, ITrustSnapshot snapshot, IOptions<TrustRecordOptions> options, TimeProvider clock)
{
    /// <summary>Chains that were refused are judged again too, the most frequent ones: of those that strangers make up there is no end.</summary>
    private const int MostRefused = 1000;

    /// <summary>How far back it may be looked.</summary>
    public int MostDays => (int)options.Value.Keep.TotalDays;

    /// <summary>As far back as the settings say, where the officer asks for nothing that can be had.</summary>
    public int Days(int? asked) => asked is { } days && days >= 1 && days <= MostDays ? days : options.Value.RehearseDays;

    /// <summary>With the change counted, as if it came in force now.</summary>
    public Task<Rehearsal> BeginAsync(TrustChange change, int days, CancellationToken cancellationToken) =>
        RunAsync(all => all.Where(other => other.Counts && other.Id != change.Id).Append(change.AsIfInForce(clock.GetUtcNow())), days, cancellationToken);

    /// <summary>Without the change, as if it were rolled back now.</summary>
    public Task<Rehearsal> RollBackAsync(TrustChange change, int days, CancellationToken cancellationToken) =>
        RunAsync(all => all.Where(other => other.Id != change.Id), days, cancellationToken);

    private async Task<Rehearsal> RunAsync(Func<IReadOnlyList<TrustChange>, IEnumerable<TrustChange>> become, int days, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var from = now.AddDays(-days);
        var proposed = TrustView.Of(
            snapshot.Configured, await changes.CertificatesAsync(cancellationToken), become(await changes.AllAsync(cancellationToken)));
        var refusals = await usage.RefusalsAsync(from, MostRefused, cancellationToken);
        var found = await dependents.FindAsync(now, cancellationToken);
        var refused = await usage.PathsAsync([.. refusals.Select(use => use.Path)], cancellationToken);
        found = found with { Paths = [.. found.Paths.Concat(refused).DistinctBy(path => path.Id)] };
        return Rehearsal.Of(new RehearsalFacts(
            found, PathJudge.Of(await usage.CertificatesAsync(found.Paths, cancellationToken)),
            await usage.UsesAsync(from, cancellationToken), refusals, snapshot.Current, proposed, now));
    }
}
