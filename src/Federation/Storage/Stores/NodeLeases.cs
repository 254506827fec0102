using CrossBorder.Federation.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class NodeLeases(HubDbContext context, HubNode node, TimeProvider clock) : INodeLeases
{
    public async Task<bool> TryTakeAsync(string name, TimeSpan length, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + length;
        if (await context.Set<NodeLease>().Where(lease => lease.Name == name && (lease.Owner == node.Name || lease.Until <= now))
            .ExecuteUpdateAsync(update => update.SetProperty(lease => lease.Owner, node.Name).SetProperty(lease => lease.Until, until), cancellationToken) > 0)
            return true;
        if (await context.Set<NodeLease>().AnyAsync(lease => lease.Name == name, cancellationToken))
            return false;

        var row = new NodeLease { Name = name, Owner = node.Name, Until = until };
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        // The first time of all, and another node was there first.
        catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
        {
            return false;
        }
        finally
        {
            context.Entry(row).State = EntityState.Detached;
        }
    }
}
