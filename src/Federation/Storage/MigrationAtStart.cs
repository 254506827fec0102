using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Storage;

/// <summary>
/// In Development the database follows the code by itself. Elsewhere a migration is an operator's decision
/// (<c>database migrate</c>), and the hub does not serve on a database of another version.
/// </summary>
internal sealed class MigrationAtStart(IServiceScopeFactory scopes, IHostEnvironment environment) : IHostedLifecycleService
{
    // Before any hosted service starts: the data-protection keys are read from the database right after.
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var migration = scope.ServiceProvider.GetRequiredService<DatabaseMigration>();

        if (environment.IsDevelopment())
            await migration.ApplyAsync(cancellationToken);
        else if (await migration.IsPendingAsync(cancellationToken))
            throw new StartRefusedException(ErrorCatalogue.DatabaseNotMigrated.With("the database is not at this version: run `database migrate`").ToString());
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
