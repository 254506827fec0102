using CrossBorder.Federation.Trust;
using CrossBorder.Federation.SignIn;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>
/// Writes in a unit of work of its own: an assertion stays used even where what follows is refused and stored nowhere.
/// </summary>
internal sealed class ReplayStore(IServiceScopeFactory scopes, ILookupHasher hasher) : IReplayGuard
{
    public async Task<bool> TryUseAsync(string issuer, string identifier, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        context.Add(new ReplayEntry { Key = hasher.Hash("assertion", $"{issuer}|{identifier}"), ExpiresAt = expires });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
        {
            return false;
        }
    }
}
