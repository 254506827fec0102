using CrossBorder.Federation.Officers;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class InvitationStore(HubDbContext context, TimeProvider clock) : IOfficerInvitations
{
    public void Add(OfficerInvitation invitation) => context.Add(invitation);

    public async Task VoidAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var row in await context.Set<OfficerInvitation>().Where(row => row.Name == name && row.UsedAt == null).ToListAsync(cancellationToken))
            row.UsedAt = clock.GetUtcNow();
    }

    public async Task<IReadOnlyList<OfficerInvitation>> OpenAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await context.Set<OfficerInvitation>().AsNoTracking().Where(row => row.UsedAt == null && row.ExpiresAt > now)
            .OrderByDescending(row => row.ExpiresAt).ToListAsync(cancellationToken);
    }

    public Task<OfficerInvitation?> FindAsync(string code, CancellationToken cancellationToken) =>
        FindByHashAsync(InvitationCode.Hash(code), cancellationToken);

    public Task<OfficerInvitation?> FindByHashAsync(string codeHash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return context.Set<OfficerInvitation>()
            .FirstOrDefaultAsync(row => row.CodeHash == codeHash && row.UsedAt == null && row.ExpiresAt > now, cancellationToken);
    }
}
