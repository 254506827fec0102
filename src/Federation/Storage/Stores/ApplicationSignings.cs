using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Signing;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ApplicationSignings(HubDbContext context) : IApplicationSignings
{
    public async Task AddAsync(ApplicationSigning signing, CancellationToken cancellationToken)
    {
        context.Add(signing);
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task<ApplicationSigning?> FindAsync(string id, CancellationToken cancellationToken) =>
        context.Set<ApplicationSigning>().FirstOrDefaultAsync(signing => signing.Id == id, cancellationToken);

    public async Task<IReadOnlyList<ApplicationSigning>> UnfiledAsync(string residentId, CancellationToken cancellationToken) =>
        await context.Set<ApplicationSigning>().AsNoTracking()
            .Where(signing => signing.ResidentId == residentId && signing.ClientId == null
                && (signing.State == SigningState.Asked || signing.State == SigningState.Signed)
                && !context.Set<Application>().Any(application => application.SigningId == signing.Id))
            .OrderByDescending(signing => signing.CreatedAt).ToListAsync(cancellationToken);

    public async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }

    public Task<string?> CaseOfAsync(string id, CancellationToken cancellationToken) =>
        context.Set<Application>().Where(application => application.SigningId == id).Select(application => application.CaseNumber).FirstOrDefaultAsync(cancellationToken);
}
