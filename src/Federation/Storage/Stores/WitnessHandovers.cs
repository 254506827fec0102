using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Audit.Witnesses;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class WitnessHandovers(HubDbContext context) : IWitnessHandovers
{
    public async Task<IReadOnlyList<AuditCheckpoint>> WaitingAsync(string witness, int most, CancellationToken cancellationToken) =>
        await context.AuditCheckpoints.AsNoTracking()
            .Where(checkpoint => !context.Set<WitnessHandover>().Any(handover =>
                handover.Witness == witness && handover.Size == checkpoint.Size && handover.KeyId == checkpoint.KeyId))
            .OrderBy(checkpoint => checkpoint.Size).ThenBy(checkpoint => checkpoint.KeyId).Take(most).ToListAsync(cancellationToken);

    public async Task KeepAsync(WitnessHandover handover, CancellationToken cancellationToken)
    {
        context.Add(handover);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        // Another node handed it over too: the witness keeps one.
        catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
        {
            context.ChangeTracker.Clear();
        }
    }
}
