using System.Threading.Channels;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Notices;

/// <summary>
/// Takes due notices and tells of them, several at a time. One receiver has a share of the hands and no more: one who answers slowly, or not at
/// all, keeps nobody else waiting, however much is waiting for it.
/// </summary>
internal sealed class NoticeWorker<TNotice, TOptions>(
    IServiceScopeFactory scopes, HubNode node, IOptions<TOptions> options, TimeProvider clock, ILogger<NoticeWorker<TNotice, TOptions>> logger)
    : HubWorker
    where TNotice : QueuedNotice
    where TOptions : NoticeQueueOptions
{
    private readonly Dictionary<Task, string> running = [];
    // Once is enough, however many hands are free.
    private readonly Channel<bool> freed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollEvery, clock);
        try
        {
            Task tick = Task.CompletedTask;
            while (!stoppingToken.IsCancellationRequested)
            {
                if (tick.IsCompleted)
                    tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
                // A hand that is free again does not wait for the next look.
                var more = await TakeDueAsync(stoppingToken);
                await (more ? Task.WhenAny(tick, freed.Reader.WaitToReadAsync(stoppingToken).AsTask()) : tick);
                freed.Reader.TryRead(out _);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A planned stop: what is under way gets to its end, so that no lease is left behind.
        }

        await Task.WhenAll(running.Keys);
    }

    /// <returns>Whether there is more that waits for a free hand.</returns>
    private async Task<bool> TakeDueAsync(CancellationToken stopping)
    {
        foreach (var done in running.Keys.Where(task => task.IsCompleted).ToList())
            running.Remove(done);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var queue = scope.ServiceProvider.GetRequiredService<INoticeQueue<TNotice>>();
            while (options.Value.AtOnce - running.Count is > 0 and var free)
            {
                var busy = running.Values.CountBy(receiver => receiver, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
                var now = clock.GetUtcNow();
                var due = await queue.DueAsync(
                    options.Value.AtOnce, [.. busy.Where(entry => entry.Value >= options.Value.AtOnceForOne).Select(entry => entry.Key)], now, stopping);
                if (due.Count == 0)
                    return busy.ContainsValue(options.Value.AtOnceForOne);

                var shares = NoticeShares.Of(due, busy, options.Value.AtOnceForOne, free);
                var leased = await queue.LeaseAsync(node.Name, shares, now, now + options.Value.Lease, stopping);
                // Somebody else holds them at this moment: they are looked for again with the next tick.
                if (leased.Count == 0)
                    return false;
                foreach (var notice in leased)
                    running.Add(Task.Run(() => SendAsync(notice), CancellationToken.None), due.First(entry => entry.Id == notice.Id).Receiver);
            }

            return true;
        }
        // A database that is away comes back; the queue is still in it.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.QueueBroke(logger, fault, typeof(TNotice).Name);
            return false;
        }
    }

    private async Task SendAsync(TNotice notice)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<NoticeSender<TNotice>>().SendAsync(notice, CancellationToken.None);
        }
        // Its lease runs out, and it is taken again.
        catch (Exception fault)
        {
            Log.NoticeBroke(logger, fault, typeof(TNotice).Name, notice.Id);
        }
        finally
        {
            freed.Writer.TryWrite(true);
        }
    }
}
