using CrossBorder.Federation.Signals;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class SignalStore(HubDbContext context, TimeProvider clock) : ISignals
{
    public async Task CredentialChangedAsync(string residentId, CredentialChanged change, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await context.PairwiseSubjects.AsNoTracking().Where(row => row.ResidentId == residentId).ToListAsync(cancellationToken);
        await context.AddSignalsAsync([.. known.Select(row => SignalFact.CredentialChange(row.ClientId, row.Subject, change, now))], now, cancellationToken);
    }
}
