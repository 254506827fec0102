using CrossBorder.Federation.Applications.Resilience;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class MaintenanceWindows(HubDbContext context) : IMaintenanceWindows
{
    public async Task<IReadOnlyList<MaintenanceWindow>> ComingAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.Set<MaintenanceWindow>().AsNoTracking().Where(window => window.Until > now && window.Until > window.From)
            .OrderBy(window => window.From).ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> ClosedAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        (await context.Set<MaintenanceWindow>().Where(window => window.From <= now && window.Until > now)
            .Select(window => new { window.Department, window.Until }).ToListAsync(cancellationToken))
        .GroupBy(window => window.Department, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Max(window => window.Until), StringComparer.Ordinal);

    public Task<MaintenanceWindow?> FindAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Set<MaintenanceWindow>().FirstOrDefaultAsync(window => window.Id == id && window.Until > now && window.Until > window.From, cancellationToken);

    public void Add(MaintenanceWindow window) => context.Add(window);

    public async Task PlanAsync(string by, IReadOnlyList<MaintenanceWindow> planned, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = planned.Select(window => window.Id).ToList();
        await context.Set<MaintenanceWindow>().Where(window => window.By == by && window.From > now && !ids.Contains(window.Id))
            .ExecuteDeleteAsync(cancellationToken);
        var known = await context.Set<MaintenanceWindow>().Where(window => ids.Contains(window.Id)).Select(window => window.Id).ToListAsync(cancellationToken);
        foreach (var window in planned.ExceptBy(known, window => window.Id).DistinctBy(window => window.Id))
        {
            context.Add(window);
            // One by one: another node may have been faster with any of them.
            await context.TrySaveAsync(cancellationToken);
        }
    }

    /// <summary>Those that were over before that moment.</summary>
    internal static Task RemoveAsync(HubDbContext context, DateTimeOffset before, CancellationToken cancellationToken) =>
        context.Set<MaintenanceWindow>().Where(window => window.Until < before).ExecuteDeleteAsync(cancellationToken);

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);
}
