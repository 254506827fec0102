using System.Diagnostics;

namespace CrossBorder.Federation.Storage.Grouped;

/// <summary>What one caller wants in one transaction.</summary>
internal interface IGroupedWrite
{
    string Order { get; }

    Task StageAsync(IServiceProvider services);

    /// <summary>It is committed.</summary>
    void Tell();

    void Fail(Exception fault);
}

internal sealed class GroupedWrite<T>(string order, Func<IServiceProvider, Task<T>> stage) : IGroupedWrite
{
    private readonly TaskCompletionSource<T> committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Activity? caller = Activity.Current;
    private T? result;

    public string Order => order;

    public Task<T> Committed => committed.Task;

    public async Task StageAsync(IServiceProvider services)
    {
        // What is written down carries the trace of whoever asked, not that of the writer.
        Activity.Current = caller;
        result = await stage(services);
    }

    public void Tell() => committed.TrySetResult(result!);

    public void Fail(Exception fault) => committed.TrySetException(fault);
}
