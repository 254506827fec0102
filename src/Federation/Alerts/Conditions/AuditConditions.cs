using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Audit.Witnesses;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Alerts.Conditions;

/// <summary>Entries that wait too long to be linked or signed, and witnesses that wait too long for a checkpoint.</summary>
internal sealed class AuditConditions(
    IAlertFacts facts, IAuditLinks links, IWitnessHandovers handovers, IAuditWitnesses witnesses, CheckpointSigner signer, IOptions<AuditOptions> options)
    : IAlertConditions
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.AuditBehind, AlertKind.WitnessBehind };

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new List<AlertCondition>();
        if (await facts.OldestUnlinkedAsync(cancellationToken) is { } oldest && now - oldest > Patience + options.Value.LinkEvery)
            found.Add(new(AlertKind.AuditBehind, "linking", NoticeSeverity.Critical, AlertMoments.Minute(oldest)));

        var head = await links.HeadAsync(cancellationToken);
        // A hub without a key for it signs nothing, and says so when it starts.
        if (signer.Keys.Count > 0 && head.Size > head.CheckpointSize
            // A log that was never signed waits since its first entry.
            && (head.CheckpointAt ?? await facts.WrittenAtAsync(head.CheckpointSize, cancellationToken)) is { } last && now - last > options.Value.CheckpointEvery + Patience)
            found.Add(new(AlertKind.AuditBehind, "signing", NoticeSeverity.Critical, AlertMoments.Minute(last)));

        foreach (var witness in witnesses.All)
            if ((await handovers.WaitingAsync(witness.Name, 1, cancellationToken)) is [var waiting] && now - waiting.At > Patience)
                found.Add(new(AlertKind.WitnessBehind, witness.Name, NoticeSeverity.Warning, witness.Name, AlertMoments.Minute(waiting.At)));
        return found;
    }
}
