using System.Collections.Concurrent;
using System.Diagnostics;

namespace CrossBorder.Benchmarks.Load;

/// <summary>Workers that each begin again as soon as they are done, until the time is over; what was begun is finished and counts.</summary>
internal static class Workers
{
    public static async Task<LoadResult> RunAsync(int count, TimeSpan span, Func<int, Task> operation, CancellationToken cancellationToken)
    {
        var durations = new ConcurrentBag<TimeSpan>();
        var errors = new ConcurrentBag<string>();
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, count).Select(worker => Task.Run(() => WorkAsync(worker), cancellationToken)));
        return new LoadResult([.. durations], [.. errors], clock.Elapsed, Environment.CpuUsage.TotalTime - processor);

        async Task WorkAsync(int worker)
        {
            while (clock.Elapsed < span && !cancellationToken.IsCancellationRequested)
            {
                var started = Stopwatch.GetTimestamp();
                try
                {
                    await operation(worker);
                    durations.Add(Stopwatch.GetElapsedTime(started));
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    errors.Add(fault.Message);
                }
            }
        }
    }
}
