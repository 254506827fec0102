using CrossBorder.Federation.Storage.Prepared;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Grouped;

/// <summary>
/// The writer's own connection, kept open from group to group with the statements that it has read. After a fault it is given up: the transaction
/// ends with it, and where that cannot be ended the connection is closed.
/// </summary>
internal sealed class WriterSession : IAsyncDisposable
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(1);

    private readonly AsyncServiceScope scope;
    private readonly HubDbContext context;
    private readonly StagedStatements statements;
    private long used = TimeProvider.System.GetTimestamp();

    private WriterSession(AsyncServiceScope scope)
    {
        this.scope = scope;
        context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        statements = scope.ServiceProvider.GetRequiredService<StagedStatements>();
    }

    /// <summary>Whether it was idle for so long that something on the way may have dropped its connection without a word.</summary>
    public bool IsStale => TimeProvider.System.GetElapsedTime(used) > LongestIdle;

    public static async Task<WriterSession> OpenAsync(IServiceScopeFactory scopes)
    {
        var session = new WriterSession(scopes.CreateAsyncScope());
        try
        {
            session.context.Database.AutoSavepointsEnabled = false;
            await session.context.Database.OpenConnectionAsync();
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }

        return session;
    }

    /// <summary>Stages all of them, in this order, and commits once.</summary>
    public async Task WriteAsync(IEnumerable<IGroupedWrite> group)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        string? before = null;
        foreach (var write in group)
        {
            // What the one before did to the same case, this one must see.
            if (write.Order == before)
                await StoreAsync();
            await write.StageAsync(scope.ServiceProvider);
            before = write.Order;
        }

        await StoreAsync();
        await transaction.CommitAsync();
        context.ChangeTracker.Clear();
        used = TimeProvider.System.GetTimestamp();
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    private async Task StoreAsync()
    {
        // A receipt stands before what it brought about, in the timeline and in the audit log.
        await statements.RunAsync();
        await context.SaveChangesAsync();
    }
}
