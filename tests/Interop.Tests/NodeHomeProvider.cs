using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CrossBorder.Testing;

namespace CrossBorder.Interop.Tests;

/// <summary>oidc-provider as a home, in a process of its own until it is disposed of.</summary>
internal sealed class NodeHomeProvider : IAsyncDisposable
{
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder said = new();
    private readonly Process process;

    private NodeHomeProvider(Process process)
    {
        this.process = process;
        // Both streams are read all the time: a full pipe would stop the provider.
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The home provider ended: {said}"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static async Task<NodeHomeProvider> StartAsync(object settings)
    {
        var provider = new NodeHomeProvider(NodePeers.Start("node", ["home-provider.mjs"]));
        try
        {
            await provider.process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(settings));
            await provider.process.StandardInput.FlushAsync();
            await provider.listening.Task.WaitAsync(Waiting.Patience);
            return provider;
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (said)
            said.AppendLine(line);
        if (line.StartsWith("{\"issuer\"", StringComparison.Ordinal))
            listening.TrySetResult();
    }
}
