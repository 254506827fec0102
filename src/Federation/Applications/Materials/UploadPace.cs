using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Materials;

/// <summary>
/// How slowly an upload may come: the server's own limit lets 24 MB take more than a day, and holds a connection and two pieces in memory for so long.
/// </summary>
internal sealed class UploadPace(IOptions<UploadOptions> options, TimeProvider clock)
{
    /// <summary>The body of a request, whose reading ends with a <see cref="SlowBodyException"/> once it comes too slowly.</summary>
    public Stream Of(HttpRequest request) => new PacedBody(request.Body, options.Value.SlowestBytesPerSecond, options.Value.SlowGrace, clock);

    /// <summary>Whether reading ended because the body came too slowly, by this limit or by the server's own.</summary>
    public static bool IsBroken(IOException broken) =>
        broken is SlowBodyException or BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout };
}

/// <summary>A body came too slowly. Ends the reading of it and is told as a refusal.</summary>
internal sealed class SlowBodyException() : IOException("The body comes too slowly.");

/// <summary>
/// A body that must come at a pace, all in all: who was quick before may pause for longer. Only waiting for it counts, and not what the hub does with
/// what has come.
/// </summary>
internal sealed class PacedBody(Stream body, int bytesPerSecond, TimeSpan grace, TimeProvider clock) : Stream
{
    private readonly CancellationTokenSource limit = new(Timeout.InfiniteTimeSpan, clock);
    private CancellationTokenSource? either;
    private CancellationToken linked;
    private TimeSpan waited;
    private long received;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => received;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = grace + TimeSpan.FromSeconds((double)received / bytesPerSecond) - waited;
        if (left <= TimeSpan.Zero)
            throw new SlowBodyException();

        var ending = Linked(cancellationToken);
        var began = clock.GetTimestamp();
        limit.CancelAfter(left);
        try
        {
            var read = await body.ReadAsync(buffer, ending);
            received += read;
            return read;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SlowBodyException();
        }
        finally
        {
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
            waited += clock.GetElapsedTime(began);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            either?.Dispose();
            limit.Dispose();
        }

        base.Dispose(disposing);
    }

    // A body comes in thousands of pieces, and all of them are read for one request.
    private CancellationToken Linked(CancellationToken cancellationToken)
    {
        if (either is null || linked != cancellationToken)
        {
            either?.Dispose();
            either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            linked = cancellationToken;
        }

        return either.Token;
    }
}
