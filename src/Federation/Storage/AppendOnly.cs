using CrossBorder.Federation.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CrossBorder.Federation.Storage;

/// <summary>An audit entry is written once; code that changes or deletes one is a bug.</summary>
internal static class AppendOnly
{
    public static void Guard(ChangeTracker tracker)
    {
        if (tracker.Entries<AuditEntry>().Any(entry => entry.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("The audit log is append-only.");
    }
}
