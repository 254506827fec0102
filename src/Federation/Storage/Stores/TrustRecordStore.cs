using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Crypto;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class TrustRecordStore(HubDbContext context, HubNode node) : ITrustRecords
{
    public void Add(TrustUse use, TrustReference reference) => context.Add(TrustRecord.Of(use, reference, node.Name));

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    public async Task KeepAsync(TrustPath path, IEnumerable<Certificate> certificates, CancellationToken cancellationToken)
    {
        if (await context.Set<TrustPath>().AnyAsync(known => known.Id == path.Id, cancellationToken))
            return;

        var seen = context.Stored(path.FirstSeen);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Two nodes that see the same partner for the first time at once: whoever comes second finds it done.
        foreach (var certificate in certificates.DistinctBy(certificate => certificate.Sha256Thumbprint))
        {
            await context.Database.ExecuteSqlAsync($"""
                INSERT INTO "SeenCertificates" ("Fingerprint", "Encoded", "FirstSeen")
                VALUES ({certificate.Sha256Thumbprint}, {certificate.Der.ToArray()}, {seen}) ON CONFLICT DO NOTHING
                """, cancellationToken);
        }

        foreach (var fingerprint in path.AllFingerprints)
        {
            await context.Database.ExecuteSqlAsync($"""
                INSERT INTO "TrustPathCertificates" ("Fingerprint", "Path") VALUES ({fingerprint}, {path.Id}) ON CONFLICT DO NOTHING
                """, cancellationToken);
        }

        await context.Database.ExecuteSqlAsync($"""
            INSERT INTO "TrustPaths" ("Id", "Purpose", "Jurisdiction", "Party", "Presented", "Fingerprints", "FirstSeen")
            VALUES ({path.Id}, {path.Purpose.ToString()}, {path.Jurisdiction}, {path.Party}, {path.Presented}, {path.Fingerprints}, {seen}) ON CONFLICT DO NOTHING
            """, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<bool> CountAsync(TrustRefusal refusal, int most, CancellationToken cancellationToken)
    {
        var told = refusal.Path.Length > 0 && await MayTellAsync(refusal, most, cancellationToken);
        await context.Database.ExecuteSqlAsync($"""
            INSERT INTO "TrustRefusals" ("Hour", "Purpose", "Party", "Path", "Code", "Count")
            VALUES ({context.Stored(refusal.Hour)}, {refusal.Purpose.ToString()}, {refusal.Party}, {(told ? refusal.Path : "")}, {refusal.Code}, 1)
            ON CONFLICT ("Hour", "Purpose", "Party", "Path", "Code") DO UPDATE SET "Count" = "TrustRefusals"."Count" + 1
            """, cancellationToken);
        return told;
    }

    public async Task PruneAsync(DateTimeOffset recordsBefore, DateTimeOffset certificatesBefore, CancellationToken cancellationToken)
    {
        var records = context.Set<TrustRecord>();
        var paths = context.Set<TrustPath>();
        var leaving = await records.Where(record => record.At < recordsBefore).GroupBy(record => record.Path)
            .Select(group => new { Path = group.Key, Last = group.Max(record => record.At) }).ToListAsync(cancellationToken);
        await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            foreach (var group in leaving)
                await paths.Where(path => path.Id == group.Path && (path.LastUsed == null || path.LastUsed < group.Last))
                    .ExecuteUpdateAsync(update => update.SetProperty(path => path.LastUsed, group.Last), cancellationToken);
            await records.Where(record => record.At < recordsBefore).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await context.Set<TrustRefusal>().Where(row => row.Hour < recordsBefore).ExecuteDeleteAsync(cancellationToken);
        // A path that nothing was accepted over is of use as long as its refusals are counted.
        await paths.Where(path => !records.Any(record => record.Path == path.Id) && !context.Set<TrustRefusal>().Any(row => row.Path == path.Id)
                && ((path.LastUsed == null && path.FirstSeen < recordsBefore) || path.LastUsed < certificatesBefore))
            .ExecuteDeleteAsync(cancellationToken);
        await context.Set<TrustPathCertificate>().Where(row => !paths.Any(path => path.Id == row.Path)).ExecuteDeleteAsync(cancellationToken);
        await context.Set<SeenCertificate>()
            .Where(certificate => certificate.FirstSeen < recordsBefore && !context.Set<TrustPathCertificate>().Any(row => row.Fingerprint == certificate.Fingerprint))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> MayTellAsync(TrustRefusal refusal, int most, CancellationToken cancellationToken)
    {
        var hour = context.Set<TrustRefusal>().Where(row => row.Hour == refusal.Hour);
        return await hour.AnyAsync(row => row.Path == refusal.Path, cancellationToken)
            || await hour.Select(row => row.Path).Distinct().CountAsync(cancellationToken) < most;
    }
}
