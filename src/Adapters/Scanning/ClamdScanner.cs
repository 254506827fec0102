using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Scanning;

/// <summary>
/// Asks a clamd (ClamAV) by its command INSTREAM: pieces, each with its length before it in four bytes, an empty one at the end; then one line that
/// ends with a zero byte (clamd(8)).
/// </summary>
internal sealed class ClamdScanner(IOptions<MaterialScannerOptions> options, ILogger<ClamdScanner> logger) : IMaterialScanner
{
    private const int Piece = 65536;
    private const int LongestAnswer = 1024;
    private const string Clean = "stream: OK";
    private const string Found = " FOUND";

    public async Task<Outcome<bool>> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.Within);
        try
        {
            var answer = await AskAsync(content, limit.Token);
            if (answer == Clean)
                return true;
            if (answer.EndsWith(Found, StringComparison.Ordinal))
            {
                Log.Infected(logger, answer);
                return ErrorCatalogue.MaterialInfected.With("The scanner found something harmful in the file.", "/file");
            }

            Log.NotScanned(logger, answer);
        }
        catch (Exception fault) when (fault is SocketException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NotScanned(logger, fault.GetType().Name);
        }

        return ErrorCatalogue.MaterialNotScanned.With("The file could not be scanned just now.", "/file");
    }

    private async Task<string> AskAsync(Stream content, CancellationToken cancellationToken)
    {
        var address = new Uri(options.Value.Address);
        using var socket = address.Scheme == "unix"
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await (address.Scheme == "unix"
            ? socket.ConnectAsync(new UnixDomainSocketEndPoint(address.LocalPath), cancellationToken)
            : socket.ConnectAsync(address.Host, address.Port, cancellationToken));
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var length = new byte[4];
        var piece = new byte[Piece];
        for (int filled; (filled = await content.ReadAsync(piece, cancellationToken)) > 0;)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, filled);
            await stream.WriteAsync(length, cancellationToken);
            await stream.WriteAsync(piece.AsMemory(0, filled), cancellationToken);
        }

        BinaryPrimitives.WriteInt32BigEndian(length, 0);
        await stream.WriteAsync(length, cancellationToken);
        var answer = new byte[LongestAnswer];
        var read = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.ASCII.GetString(answer, 0, read).TrimEnd('\0', '\n');
    }
}
