using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Audit;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Audit;

/// <summary>Signs what the log is at one moment, where it is time for that; once with every key for it, so that each side finds one that it trusts.</summary>
internal sealed class CheckpointSigner(IHubSigners keys, IOptions<HubOptions> hub, IOptions<AuditOptions> options, TimeProvider clock)
{
    /// <summary>Keys for the audit log, or else for attestations; none in a hub that was given neither.</summary>
    public IReadOnlyList<ISigningKey> Keys => keys.For(KeyUses.Audit) is { Count: > 0 } own ? own : keys.For(KeyUses.Attestations);

    public bool IsDue(AuditHead head, long size) =>
        size > head.CheckpointSize && Keys.Count > 0
        && (size - head.CheckpointSize >= options.Value.CheckpointEntries
            || head.CheckpointAt is not { } last || clock.GetUtcNow() - last >= options.Value.CheckpointEvery);

    public IReadOnlyList<AuditCheckpoint> SignWhereDue(AuditHead head, AuditChain chain)
    {
        if (!IsDue(head, chain.Size))
            return [];

        var now = clock.GetUtcNow();
        var checkpoint = new Checkpoint
        {
            Origin = hub.Value.Issuer,
            Size = chain.Size,
            Root = chain.Hash.Write(chain.Root),
            // Nodes whose clocks differ a little must not make the log seem to go back.
            At = head.CheckpointAt is { } last && last > now ? last : now,
        };
        return [.. Keys.Select(key => new AuditCheckpoint { Size = checkpoint.Size, KeyId = key.KeyId, At = checkpoint.At, Compact = checkpoint.Sign(key) })];
    }
}
