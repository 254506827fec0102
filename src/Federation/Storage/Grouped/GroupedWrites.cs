using System.Threading.Channels;

namespace CrossBorder.Federation.Storage.Grouped;

/// <summary>
/// One writer that commits many (ADR 0027): whoever writes hands in what belongs into one transaction and is answered once that is
/// committed, but those who come while the disk is busy share the next commit. Where a group fails each of it is tried alone, so that the
/// fault of one is nobody else's.
/// </summary>
internal sealed class GroupedWrites : IAsyncDisposable
{
    // Enough to spread the cost of a commit, and no so much that the last of a group waits for long.
    private const int Most = 64;

    // Whoever comes when so many wait, waits too: the load is felt outside instead of in this node's memory.
    private const int Capacity = 1024;

    private readonly Channel<IGroupedWrite> waiting = Channel.CreateBounded<IGroupedWrite>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    // Whose turn it is to write: the writer's, or that of whoever comes while nobody writes.
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly IServiceScopeFactory scopes;
    private readonly Task writer;
    // Belongs to whose turn it is.
    private WriterSession? session;

    public GroupedWrites(IServiceScopeFactory scopes)
    {
        this.scopes = scopes;
        // Not in the flow of whoever comes first: the writer outlives the request.
        using (ExecutionContext.SuppressFlow())
            writer = Task.Run(WriteAsync);
    }

    /// <summary>Returns once what was staged is committed; what staging or storing it threw is thrown here.</summary>
    /// <param name="order">What it locks. Groups take it in this order, so that two of them don't wait for one another.</param>
    /// <param name="stage">
    /// Reads, changes and adds on the scope's <see cref="HubDbContext"/> or its <see cref="Prepared.StagedStatements"/>, and leaves saving and
    /// committing to the writer. It may be called again, with another scope, and then must begin from nothing.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting. What was taken up is committed all the same.</param>
    public async Task<T> WriteAsync<T>(string order, Func<IServiceProvider, Task<T>> stage, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new GroupedWrite<T>(order, stage);
        if (await turn.WaitAsync(0, CancellationToken.None))
        {
            // Nobody writes: to wake the writer up would take longer than to write.
            await WriteInTurnAsync([write]);
            return await write.Committed;
        }

        await waiting.Writer.WriteAsync(write, cancellationToken);
        return await write.Committed.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writer;
        // Somebody may be writing directly.
        await turn.WaitAsync();
        await CloseAsync();
        turn.Dispose();
    }

    private async Task CloseAsync()
    {
        if (session is { } given)
        {
            session = null;
            await given.DisposeAsync();
        }
    }

    private async Task WriteInTurnAsync(List<IGroupedWrite> group)
    {
        try
        {
            await WriteAsync(group);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task WriteAsync()
    {
        var group = new List<IGroupedWrite>(Most);
        while (await waiting.Reader.WaitToReadAsync())
        {
            await turn.WaitAsync();
            group.Clear();
            while (group.Count < Most && waiting.Reader.TryRead(out var write))
                group.Add(write);
            await WriteInTurnAsync(group);
        }
    }

    private async Task WriteAsync(List<IGroupedWrite> group)
    {
        group.Sort(static (one, other) => string.CompareOrdinal(one.Order, other.Order));
        if (await TryAsync(group) is null)
            return;

        foreach (var alone in group)
        {
            if (await TryAsync([alone]) is { } fault)
                alone.Fail(fault);
        }
    }

    /// <summary>Null where all of it is committed and told; else why nothing of it is.</summary>
    private async Task<Exception?> TryAsync(List<IGroupedWrite> group)
    {
        try
        {
            if (session is { IsStale: true })
                await CloseAsync();
            session ??= await WriterSession.OpenAsync(scopes);
            await session.WriteAsync(group);
        }
        catch (Exception fault)
        {
            // What cannot be written to any more may not close either. The fault that it began with is what is told.
            await CloseAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return fault;
        }

        group.ForEach(write => write.Tell());
        return null;
    }
}
