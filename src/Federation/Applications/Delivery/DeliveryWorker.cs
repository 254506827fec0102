using System.Collections.Concurrent;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>
/// Takes due deliveries and hands them over. Each department has its own share of hands: one that answers slowly, or not
/// at all, keeps its own busy and nobody else's. However long its queue is, no more of it is in memory than that share.
/// </summary>
internal sealed class DeliveryWorker(
    IServiceScopeFactory scopes,
    DeliverySignal signal,
    TimeProvider clock,
    IOptions<DeliveryOptions> options,
    IOptions<DepartmentsOptions> departments,
    ILogger<DeliveryWorker> logger) : HubWorker
{
    private readonly string owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, int> busy = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> running = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TakeDueAsync(stoppingToken);
                await signal.WaitAsync(options.Value.PollEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                // A database that is away comes back; the queue is still in it.
                Log.QueueBroke(logger, fault);
                await Task.Delay(options.Value.PollEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        // What is under way gets to its end, so that a planned stop leaves no lease behind.
        await Task.WhenAll(running.Keys);
    }

    private async Task TakeDueAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<IDeliveryQueue>();
        var flow = scope.ServiceProvider.GetRequiredService<DepartmentFlow>();
        var circuits = await scope.ServiceProvider.GetRequiredService<IDepartmentCircuits>().NotClosedAsync(stopping);
        foreach (var department in await queue.DueDepartmentsAsync(clock.GetUtcNow(), stopping))
        {
            // It comes for them itself.
            if (departments.Value.Find(department) is { ComesItself: true })
                continue;

            var free = await flow.FreeAsync(department, circuits.GetValueOrDefault(department), busy.GetValueOrDefault(department), stopping);
            if (free <= 0)
                continue;

            var now = clock.GetUtcNow();
            foreach (var delivery in await queue.LeaseAsync(new(department, owner, free, now, now + options.Value.Lease), stopping))
            {
                busy.AddOrUpdate(department, 1, (_, count) => count + 1);
                Track(Task.Run(() => HandOverAsync(delivery), CancellationToken.None));
            }
        }
    }

    private async Task HandOverAsync(Delivery delivery)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DeliverHandler>().DeliverAsync(delivery, CancellationToken.None);
        }
        catch (Exception fault)
        {
            Log.DeliveryBroke(logger, fault, delivery.Id, delivery.Department);
        }
        finally
        {
            // Half of the hands at once: the queue is asked once for several deliveries instead of once for each.
            if (busy.AddOrUpdate(delivery.Department, 0, (_, count) => count - 1) <= options.Value.PerDepartment / 2)
                signal.Raise();
        }
    }

    private void Track(Task task)
    {
        running.TryAdd(task, 0);
        task.ContinueWith(done => running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }
}
