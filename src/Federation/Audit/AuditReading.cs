using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Audit;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Audit;

/// <summary>The log out of the database, for export and for verification.</summary>
internal sealed class AuditReading(IAuditLinks links, ITrustSnapshot trust, IOptions<HubOptions> hub, IOptions<AuditOptions> options)
{
    /// <summary>One view, though nodes go on writing: the checkpoints, and what was linked before this moment.</summary>
    public async Task<AuditContents> ReadAsync(CancellationToken cancellationToken)
    {
        // The checkpoints first: the head that is read after them covers them all, or entries were taken away.
        var checkpoints = await links.CheckpointsAsync(cancellationToken);
        var head = await links.HeadAsync(cancellationToken);
        if (!LogHash.TryGet(head.Hash.Length > 0 ? head.Hash : options.Value.Hash, out var hash))
            hash = LogHash.Sm3;
        var material = trust.Current;
        return new AuditContents
        {
            Origin = hub.Value.Issuer,
            Hash = hash,
            Size = head.Size,
            Entries = AuditRecords.Linked(links.Linked(head.Size), hash),
            Checkpoints = checkpoints,
            Intermediates = material.TrustList.Intermediates,
            RevocationAnswers = material.RevocationAnswers,
        };
    }

    /// <summary>How many entries are not linked yet, and so in no export.</summary>
    public Task<int> WaitingAsync(CancellationToken cancellationToken) => links.WaitingAsync(cancellationToken);
}
