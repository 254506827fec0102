using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>Takes due notices and tells relying parties, several at a time: one that answers slowly does not keep the others waiting.</summary>
internal sealed class LogoutWorker(
    IServiceScopeFactory scopes, HubNode node, IOptions<BackChannelLogoutOptions> options, TimeProvider clock, ILogger<LogoutWorker> logger) : BackgroundService
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
            var due = await scope.ServiceProvider.GetRequiredService<ISignOuts>()
                .LeaseAsync(node.Name, free, now, now + options.Value.Lease, stopping);
            foreach (var notice in due)
                running.Add(Task.Run(() => SendAsync(notice), CancellationToken.None));
        }
        // A database that is away comes back; the queue is still in it.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.QueueBroke(logger, fault);
        }
    }

    private async Task SendAsync(LogoutNotice notice)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SendNotice>().SendAsync(notice, CancellationToken.None);
        }
        // Its lease runs out, and it is taken again.
        catch (Exception fault)
        {
            Log.NoticeBroke(logger, fault, notice.ClientId);
        }
    }
}
