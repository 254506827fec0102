using CrossBorder.Verification.Audit;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Audit;

/// <summary>Links what was committed since the last time, and signs a checkpoint where one is due.</summary>
internal sealed class AuditLinker(
    IServiceScopeFactory scopes, CheckpointSigner signer, IOptions<AuditOptions> options, ILogger<AuditLinker> logger)
{
    // Small enough that SQLite's other writers hardly notice.
    private const int Most = 250;

    public async Task LinkAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var links = scope.ServiceProvider.GetRequiredService<IAuditLinks>();
        LogHash.TryGet(options.Value.Hash, out var hash);
        while (await IsDueAsync(links, cancellationToken))
            if (await links.LinkAsync(hash!, Most, Sign, cancellationToken) < Most)
                break;
    }

    // The look that costs nothing comes first: an idle hub must not write every two seconds.
    private async Task<bool> IsDueAsync(IAuditLinks links, CancellationToken cancellationToken)
    {
        if (await links.AnyWaitingAsync(cancellationToken))
            return true;

        var head = await links.HeadAsync(cancellationToken);
        return signer.IsDue(head, head.Size);
    }

    private IReadOnlyList<AuditCheckpoint> Sign(AuditHead head, AuditChain chain)
    {
        var signed = signer.SignWhereDue(head, chain);
        // The log goes where the database's masters do not reach: what stands there is a witness.
        if (signed.Count > 0)
            Log.CheckpointSigned(logger, chain.Size, chain.Hash.Write(chain.Root));
        return signed;
    }
}
