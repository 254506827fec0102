using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage;

/// <summary>Brings the database to the model of this version.</summary>
internal sealed class DatabaseMigration(HubDbContext context)
{
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        // A database that is there already is not worth what EF Core does before it finds that out.
        if (await IsPendingAsync(cancellationToken))
            await context.Database.MigrateAsync(cancellationToken);
    }

    public async Task<bool> IsPendingAsync(CancellationToken cancellationToken) =>
        (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
}
