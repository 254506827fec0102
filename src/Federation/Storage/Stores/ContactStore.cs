using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Contacts;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ContactStore(HubDbContext context, IAuditLog audit) : IContacts
{
    public Task<ResidentContact?> FindAsync(string residentId, CancellationToken cancellationToken) =>
        context.Set<ResidentContact>().FirstOrDefaultAsync(row => row.ResidentId == residentId, cancellationToken);

    public async Task<bool> SaveAsync(ResidentContact contact, string what, CancellationToken cancellationToken)
    {
        if (context.Entry(contact).State == EntityState.Detached)
            context.Add(contact);
        audit.Record(what, AuditActors.Resident, contact.ResidentId, new Dictionary<string, string>());
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        // Whoever came first decided; a row that is there twice is no reason to fail either.
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }
}
