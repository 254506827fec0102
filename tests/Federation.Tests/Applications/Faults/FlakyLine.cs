using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CrossBorder.Federation.Tests.Applications.Faults;

/// <summary>A wire between two programs that can be slow, and be torn.</summary>
internal sealed class FlakyLine : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> ends = new();
    private readonly CancellationTokenSource over = new();
    private readonly int to;
    private volatile int delay;

    public FlakyLine(int to)
    {
        this.to = to;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Everything that passes from now on takes so long.</summary>
    public TimeSpan Delay
    {
        set => delay = (int)value.TotalMilliseconds;
    }

    /// <summary>Tears what is connected now, in the middle of whatever it says.</summary>
    public void Cut()
    {
        foreach (var end in ends.Keys)
            end.Client?.Close(0);
    }

    public void Dispose()
    {
        over.Cancel();
        listener.Stop();
        Cut();
        over.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync(over.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient here)
    {
        using var there = new TcpClient();
        try
        {
            ends.TryAdd(here, 0);
            ends.TryAdd(there, 0);
            await there.ConnectAsync(IPAddress.Loopback, to, over.Token);
            await Task.WhenAny(PassAsync(here, there), PassAsync(there, here));
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One end is gone: the other learns it by the line going dead.
        }
        finally
        {
            ends.TryRemove(here, out _);
            ends.TryRemove(there, out _);
            here.Dispose();
        }
    }

    private async Task PassAsync(TcpClient from, TcpClient onTo)
    {
        try
        {
            var (source, target) = (from.GetStream(), onTo.GetStream());
            var buffer = new byte[16 * 1024];
            while (await source.ReadAsync(buffer, over.Token) is var read and > 0)
            {
                if (delay > 0)
                    await Task.Delay(delay, over.Token);
                await target.WriteAsync(buffer.AsMemory(0, read), over.Token);
            }
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // As above.
        }
    }
}
