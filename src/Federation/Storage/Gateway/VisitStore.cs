using CrossBorder.Federation.AssertionGateway.Visits;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Gateway;

internal sealed class VisitStore(GatewayDbContext context) : IVisitStore
{
    public void Add(VisitRow row) => context.Add(row);

    public void Remove(VisitRow row) => context.Remove(row);

    public Task<VisitRow?> FindAsync(string id, CancellationToken cancellationToken) =>
        context.Set<VisitRow>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);

    public Task<VisitRow?> FindByReferenceAsync(string reference, CancellationToken cancellationToken) =>
        context.Set<VisitRow>().FirstOrDefaultAsync(row => row.Reference == reference, cancellationToken);

    public Task<bool> TrySaveAsync(CancellationToken cancellationToken) => context.TrySaveAsync(cancellationToken);
}
