using CrossBorder.Federation.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CrossBorder.Federation.Storage;

/// <summary>An audit entry or checkpoint is written once; code that changes or deletes one is a bug.</summary>
internal static class AppendOnly
{
    public static void Guard(ChangeTracker tracker)
    {
        if (tracker.Entries().Any(entry => entry is { Entity: AuditEntry or AuditCheckpoint, State: EntityState.Modified or EntityState.Deleted }))
            throw new InvalidOperationException("The audit log is append-only.");
    }
}
