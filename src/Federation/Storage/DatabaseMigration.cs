using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage;

/// <summary>Brings the database to the model of this version.</summary>
internal sealed class DatabaseMigration(HubDbContext context)
{
    public Task ApplyAsync(CancellationToken cancellationToken) => context.Database.MigrateAsync(cancellationToken);

    public async Task<bool> IsPendingAsync(CancellationToken cancellationToken) =>
        (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
}
