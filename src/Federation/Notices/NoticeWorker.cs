using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Notices;

/// <summary>Takes due notices and tells of them, several at a time: one who answers slowly does not keep the others waiting.</summary>
internal sealed class NoticeWorker<TNotice, TOptions>(
    IServiceScopeFactory scopes, HubNode node, IOptions<TOptions> options, TimeProvider clock, ILogger<NoticeWorker<TNotice, TOptions>> logger)
    : BackgroundService
    where TNotice : QueuedNotice
    where TOptions : NoticeQueueOptions
{
    private readonly HashSet<Task> running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollEvery, clock);
        try
        {
            do
                await TakeDueAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A planned stop: what is under way gets to its end, so that no lease is left behind.
        }

        await Task.WhenAll(running);
    }

    private async Task TakeDueAsync(CancellationToken stopping)
    {
        running.RemoveWhere(task => task.IsCompleted);
        if (options.Value.AtOnce - running.Count is not (> 0 and var free))
            return;

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var now = clock.GetUtcNow();
            var due = await scope.ServiceProvider.GetRequiredService<INoticeQueue<TNotice>>()
                .LeaseAsync(node.Name, free, now, now + options.Value.Lease, stopping);
            foreach (var notice in due)
                running.Add(Task.Run(() => SendAsync(notice), CancellationToken.None));
        }
        // A database that is away comes back; the queue is still in it.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.QueueBroke(logger, fault, typeof(TNotice).Name);
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
    }
}
