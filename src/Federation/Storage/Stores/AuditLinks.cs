using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Audit;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class AuditLinks(HubDbContext context) : IAuditLinks
{
    private const int Piece = 1000;

    // Links that one statement stores, three parameters each.
    private const int AtOnce = 100;

    public async Task<int> LinkAsync(
        LogHash hash, int most, Func<AuditHead, AuditChain, IReadOnlyList<AuditCheckpoint>> checkpoints, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Takes the row's lock, which another node's linking waits for; what is read from here on is what that one left.
        await context.AuditHeads.ExecuteUpdateAsync(row => row.SetProperty(head => head.Revision, head => head.Revision + 1), cancellationToken);
        var head = await HeadAsync(cancellationToken);
        var chain = ChainOf(head, hash);
        var waiting = await context.AuditEntries.AsNoTracking().Where(entry => entry.Sequence == null)
            .OrderBy(entry => entry.Id).Take(most).ToListAsync(cancellationToken);
        foreach (var some in waiting.Chunk(AtOnce))
            await StoreAsync([.. some.Select(entry => (entry.Id, chain.Append(AuditRecords.Of(entry))))], cancellationToken);

        var signed = checkpoints(head, chain);
        context.AuditCheckpoints.AddRange(signed);
        await context.SaveChangesAsync(cancellationToken);
        await MoveAsync(head, chain, signed, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return waiting.Count;
    }

    public Task<AuditHead> HeadAsync(CancellationToken cancellationToken) =>
        context.AuditHeads.AsNoTracking().SingleAsync(head => head.Id == AuditHead.TheOne, cancellationToken);

    public Task<bool> AnyWaitingAsync(CancellationToken cancellationToken) =>
        context.AuditEntries.AnyAsync(entry => entry.Sequence == null, cancellationToken);

    public Task<int> WaitingAsync(CancellationToken cancellationToken) =>
        context.AuditEntries.CountAsync(entry => entry.Sequence == null, cancellationToken);

    public async Task<IReadOnlyList<string>> CheckpointsAsync(CancellationToken cancellationToken) =>
        await context.AuditCheckpoints.AsNoTracking()
            .OrderBy(checkpoint => checkpoint.Size).ThenBy(checkpoint => checkpoint.KeyId)
            .Select(checkpoint => checkpoint.Compact).ToListAsync(cancellationToken);

    public async Task<string?> HashAtAsync(long sequence, CancellationToken cancellationToken) =>
        await context.AuditEntries.Where(entry => entry.Sequence == sequence).Select(entry => entry.Hash).FirstOrDefaultAsync(cancellationToken) is { } hash
            ? Convert.ToHexStringLower(hash)
            : null;

    public IEnumerable<AuditEntry> Linked(long size)
    {
        long? last = -1;
        while (true)
        {
            var piece = context.AuditEntries.AsNoTracking().Where(entry => entry.Sequence > last && entry.Sequence < size)
                .OrderBy(entry => entry.Sequence).Take(Piece).ToList();
            foreach (var entry in piece)
                yield return entry;
            if (piece.Count < Piece)
                yield break;
            last = piece[^1].Sequence;
        }
    }

    private static AuditChain ChainOf(AuditHead head, LogHash chosen)
    {
        if (head.Size == 0)
            return new AuditChain(chosen);
        if (!LogHash.TryGet(head.Hash, out var hash))
            throw new InvalidOperationException($"The audit log has a hash that is not known: '{head.Hash}'.");
        return new AuditChain(hash, head.Last, MerkleFrontier.Restore(hash, head.Size, head.Frontier));
    }

    /// <summary>
    /// Stores so many links. The plus keeps SQLite from going through all that wait, once for each link, in place of finding each entry by its key.
    /// </summary>
    internal static string Statement(int links)
    {
        var rows = string.Join(", ", Enumerable.Range(0, links).Select(row => $"({{{3 * row}}}, {{{(3 * row) + 1}}}, {{{(3 * row) + 2}}})"));
        return $"""
            WITH linked("Id", "Sequence", "Hash") AS (VALUES {rows})
            UPDATE "AuditEntries" SET "Sequence" = linked."Sequence", "Hash" = linked."Hash" FROM linked
            WHERE "AuditEntries"."Id" = linked."Id" AND +"AuditEntries"."Sequence" IS NULL
            """;
    }

    private async Task StoreAsync(IReadOnlyList<(long Id, LinkedRecord Linked)> links, CancellationToken cancellationToken)
    {
        var stored = await context.Database.ExecuteSqlRawAsync(
            Statement(links.Count), links.SelectMany(link => new object[] { link.Id, link.Linked.Record.Sequence, link.Linked.Hash }), cancellationToken);
        if (stored != links.Count)
            throw new InvalidOperationException($"Audit entries from {links[0].Id} on went away while they were linked.");
    }

    private Task<int> MoveAsync(AuditHead head, AuditChain chain, IReadOnlyList<AuditCheckpoint> signed, CancellationToken cancellationToken)
    {
        var (checkpointSize, checkpointAt) = signed is [var checkpoint, ..] ? (checkpoint.Size, checkpoint.At) : (head.CheckpointSize, head.CheckpointAt);
        return context.AuditHeads.Where(row => row.Id == AuditHead.TheOne).ExecuteUpdateAsync(row => row
            .SetProperty(moved => moved.Hash, chain.Hash.Name)
            .SetProperty(moved => moved.Size, chain.Size)
            .SetProperty(moved => moved.Last, chain.Last)
            .SetProperty(moved => moved.Frontier, chain.SaveFrontier())
            .SetProperty(moved => moved.CheckpointSize, checkpointSize)
            .SetProperty(moved => moved.CheckpointAt, checkpointAt), cancellationToken);
    }
}
