namespace CrossBorder.Sandbox.Hosting;

/// <summary>A sandbox for one errand: on free ports, beside any other that runs, and nothing of it stays behind.</summary>
internal sealed class TemporaryWorld : IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("crossborder-journey-").FullName;
    private SandboxWorld? world;

    public async Task<SandboxWorld> StartAsync(string? database, CancellationToken cancellationToken) =>
        world = await SandboxWorld.StartAsync(new SandboxOptions
        {
            Ports = SandboxPorts.Free(), Data = data, Certificates = Path.Combine(data, "certificates"), Database = database,
        }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (world is not null)
            await world.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
