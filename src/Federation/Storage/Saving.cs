using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage;

/// <summary>Saves where others may be faster: two requests, two nodes, two officers.</summary>
internal static class Saving
{
    /// <summary>False where another stored first what this unit of work rests on, or the same; then nothing of it is stored, and nothing waits.</summary>
    public static async Task<bool> TrySaveAsync(this DbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || UniqueKey.IsViolated(fault))
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }
}
