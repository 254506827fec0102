using System.Security.Cryptography;
using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.AssertionGateway.Visits;
using CrossBorder.Federation.Trust;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Gateway;

/// <summary>Writes in a unit of work of its own: a message stays used even where what follows is refused.</summary>
internal sealed class UsedMessages(IServiceScopeFactory scopes) : IReplayGuard, IUsedNonces
{
    public Task<bool> TryUseAsync(string nonce, DateTimeOffset until, CancellationToken cancellationToken) =>
        TryUseAsync("callback", nonce, until, cancellationToken);

    public async Task<bool> TryUseAsync(string issuer, string identifier, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<GatewayDbContext>();
        context.Add(new UsedMessage
        {
            Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}|{identifier}"))), ExpiresAt = expires,
        });
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
