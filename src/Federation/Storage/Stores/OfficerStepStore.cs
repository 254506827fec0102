using CrossBorder.Federation.Officers.OpenId;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class OfficerStepStore(HubDbContext context, TimeProvider clock) : IOfficerSteps
{
    public void Add(OfficerStep step) => context.Add(step);

    public Task<OfficerStep?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return context.Set<OfficerStep>().FirstOrDefaultAsync(row => row.Id == id && row.ExpiresAt > now, cancellationToken);
    }
}
