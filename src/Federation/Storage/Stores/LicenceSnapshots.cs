using CrossBorder.Federation.Applications.Licences;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class LicenceSnapshots(HubDbContext context) : ILicenceSnapshots
{
    public Task<string?> FindAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Set<LicenceSnapshot>().Where(row => row.Id == id && row.ExpiresAt > now).Select(row => row.Content).FirstOrDefaultAsync(cancellationToken);

    public async Task KeepAsync(LicenceSnapshot snapshot, CancellationToken cancellationToken)
    {
        await ForgetAsync(snapshot.Id, cancellationToken);
        context.Add(snapshot);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
        {
            // The other one holds the same.
        }

        context.Entry(snapshot).State = EntityState.Detached;
    }

    public Task ForgetAsync(string id, CancellationToken cancellationToken) =>
        context.Set<LicenceSnapshot>().Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
}
