using CrossBorder.Federation.Trust.Records;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class TrustUsageStore(HubDbContext context) : ITrustUsage
{
    // Parameters of one statement are not without end.
    private const int AtOnce = 500;

    private IQueryable<TrustRecord> Records => context.Set<TrustRecord>().AsNoTracking();

    private IQueryable<TrustPath> Paths => context.Set<TrustPath>().AsNoTracking();

    public async Task<IReadOnlyList<TrustCount>> CountsAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        var first = Hours.Of(from);
        var accepted = await Records.Where(record => record.Hour >= first)
            .GroupBy(record => new { record.Hour, record.Purpose, record.Party })
            .Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(cancellationToken);
        return [.. accepted.Select(row => new TrustCount(row.Key.Hour, row.Key.Purpose, row.Key.Party, null, row.Count))
            .Concat(await RefusalCountsAsync(from, cancellationToken))
            .OrderBy(count => count.Hour).ThenBy(count => count.Party, StringComparer.Ordinal).ThenBy(count => count.Code, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<TrustCount>> RefusalCountsAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        var first = Hours.Of(from);
        var refused = await context.Set<TrustRefusal>().AsNoTracking().Where(row => row.Hour >= first)
            .GroupBy(row => new { row.Hour, row.Purpose, row.Party, row.Code })
            .Select(group => new { group.Key, Count = group.Sum(row => row.Count) }).ToListAsync(cancellationToken);
        return [.. refused.Select(row => new TrustCount(row.Key.Hour, row.Key.Purpose, row.Key.Party, row.Key.Code, row.Count))];
    }

    public async Task<LastAcceptance?> LastAcceptanceAsync(string fingerprint, CancellationToken cancellationToken)
    {
        var paths = (await PathsAsync(fingerprint, cancellationToken)).Where(path => path.LeadsThrough(fingerprint)).ToList();
        var ids = paths.ConvertAll(path => path.Id);
        var last = await Records.Where(record => ids.Contains(record.Path)).OrderByDescending(record => record.At)
            .Select(record => new LastAcceptance(record.At, record.Node)).FirstOrDefaultAsync(cancellationToken);
        return last ?? (paths.Max(path => path.LastUsed) is { } before ? new LastAcceptance(before, null) : null);
    }

    public async Task<IReadOnlyList<TrustPath>> PathsAsync(string fingerprint, CancellationToken cancellationToken) =>
        await Paths.Where(path => context.Set<TrustPathCertificate>().Any(row => row.Fingerprint == fingerprint && row.Path == path.Id))
            .ToListAsync(cancellationToken);

    public Task<TrustPath?> PathAsync(string id, CancellationToken cancellationToken) => Paths.FirstOrDefaultAsync(path => path.Id == id, cancellationToken);

    public async Task<IReadOnlyList<SeenCertificate>> CertificatesAsync(IEnumerable<TrustPath> paths, CancellationToken cancellationToken)
    {
        var found = new List<SeenCertificate>();
        foreach (var named in paths.SelectMany(path => path.AllFingerprints).Distinct(StringComparer.Ordinal).Chunk(AtOnce))
            found.AddRange(await context.Set<SeenCertificate>().AsNoTracking().Where(certificate => named.Contains(certificate.Fingerprint)).ToListAsync(cancellationToken));
        return found;
    }

    public async Task<IReadOnlyList<TrustPath>> AcceptedPathsAsync(CancellationToken cancellationToken) =>
        await Paths.Where(path => path.Fingerprints != "").ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<TrustPath>> PathsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<TrustPath>();
        foreach (var some in ids.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
            found.AddRange(await Paths.Where(path => some.Contains(path.Id)).ToListAsync(cancellationToken));
        return found;
    }

    public Task<SeenCertificate?> CertificateAsync(string fingerprint, CancellationToken cancellationToken) =>
        context.Set<SeenCertificate>().AsNoTracking().FirstOrDefaultAsync(certificate => certificate.Fingerprint == fingerprint, cancellationToken);

    public async Task<IReadOnlyList<PathUse>> UsesAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        var uses = await Records.Where(record => record.At >= from).GroupBy(record => new { record.Path, record.ClientId })
            .Select(group => new { group.Key, Count = group.LongCount(), Last = group.Max(record => record.At) }).ToListAsync(cancellationToken);
        return [.. uses.Select(use => new PathUse(use.Key.Path, use.Key.ClientId, use.Count, use.Last))];
    }

    public async Task<IReadOnlyList<PathUse>> RefusalsAsync(DateTimeOffset from, int most, CancellationToken cancellationToken)
    {
        var first = Hours.Of(from);
        var refusals = await context.Set<TrustRefusal>().AsNoTracking().Where(row => row.Hour >= first && row.Path != "").GroupBy(row => row.Path)
            .Select(group => new { group.Key, Count = group.Sum(row => row.Count), Last = group.Max(row => row.Hour) })
            .OrderByDescending(row => row.Count).ThenBy(row => row.Key).Take(most).ToListAsync(cancellationToken);
        return [.. refusals.Select(row => new PathUse(row.Key, null, row.Count, row.Last))];
    }
}
