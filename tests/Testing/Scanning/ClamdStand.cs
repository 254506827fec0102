using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrossBorder.Testing.Scanning;

/// <summary>Speaks as clamd does (INSTREAM), and knows one virus: the test file of EICAR.</summary>
public sealed class ClamdStand : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;

    public ClamdStand()
    {
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>In two halves, so that no scanner takes this file for it.</summary>
    public static string Eicar => @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    public string Address => $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>As <c>StreamMaxLength</c> of clamd.conf.</summary>
    public int LongestStream { get; set; } = 25 * 1024 * 1024;

    /// <summary>The lengths of the streams that came.</summary>
    public List<int> Streams { get; } = [];

    /// <summary>Takes the stream and says nothing.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Nobody listens at its address any more.</summary>
    public void Leave() => listener.Stop();

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await serving;
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        try
        {
            var answer = await AnswerAsync(stream);
            if (!IsSilent)
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\0"), stopping.Token);
            else
                await stream.ReadExactlyAsync(new byte[1], stopping.Token);
        }
        catch (IOException)
        {
            // Whoever asked has hung up.
        }
    }

    private async Task<string> AnswerAsync(NetworkStream stream)
    {
        var command = new byte[10];
        await stream.ReadExactlyAsync(command, stopping.Token);
        if (!command.AsSpan().SequenceEqual("zINSTREAM\0"u8))
            return "UNKNOWN COMMAND";
        using var whole = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, stopping.Token);
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (piece.Length == 0)
                break;
            await stream.ReadExactlyAsync(piece, stopping.Token);
            whole.Write(piece);
            if (whole.Length > LongestStream)
                return "INSTREAM size limit exceeded. ERROR";
        }

        Streams.Add((int)whole.Length);
        return Encoding.Latin1.GetString(whole.ToArray()).Contains(Eicar, StringComparison.Ordinal) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }
}
