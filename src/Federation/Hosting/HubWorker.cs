namespace CrossBorder.Federation.Hosting;

/// <summary>
/// Work beside the requests. It begins once the host listens: whoever starts a hub waits for its first answer, and what the workers ask and
/// compile for their first looks was about a fifth of that time. What a first request needs to know is read in <see cref="StartAsync"/>.
/// </summary>
internal abstract class HubWorker : BackgroundService, IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => base.StartAsync(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
