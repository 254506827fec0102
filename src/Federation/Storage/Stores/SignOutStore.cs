using CrossBorder.Federation.OpenIdConnect.Logout;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class SignOutStore(HubDbContext context) : ISignOuts
{
    public async Task<SignOut?> FindAsync(string id, DateTimeOffset since, CancellationToken cancellationToken) =>
        await context.Set<SignOut>().AsNoTracking().Include(row => row.Notices)
            .FirstOrDefaultAsync(row => row.Id == id && row.At >= since, cancellationToken);

    public async Task<IReadOnlyList<SignOut>> ListAsync(string residentId, int skip, int most, CancellationToken cancellationToken) =>
        await context.Set<SignOut>().AsNoTracking().Include(row => row.Notices)
            .Where(row => row.ResidentId == residentId).OrderByDescending(row => row.At).ThenBy(row => row.Id)
            .Skip(skip).Take(most).ToListAsync(cancellationToken);
}
