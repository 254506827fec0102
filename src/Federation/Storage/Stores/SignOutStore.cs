using CrossBorder.Federation.OpenIdConnect.Logout;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class SignOutStore(HubDbContext context) : ISignOuts
{
    private const int MostShown = 20;

    public async Task<SignOut?> FindAsync(string id, DateTimeOffset since, CancellationToken cancellationToken) =>
        await context.Set<SignOut>().AsNoTracking().Include(row => row.Notices)
            .FirstOrDefaultAsync(row => row.Id == id && row.At >= since, cancellationToken);

    public async Task<IReadOnlyList<SignOut>> ListAsync(string residentId, CancellationToken cancellationToken) =>
        await context.Set<SignOut>().AsNoTracking().Include(row => row.Notices)
            .Where(row => row.ResidentId == residentId).OrderByDescending(row => row.At).Take(MostShown).ToListAsync(cancellationToken);
}
