using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CrossBorder.Federation.Tests.Portal;

/// <summary>Whoever sends an upload too slowly holds the hub no longer than it wants to be held.</summary>
public sealed class SlowUploadTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const int Pace = 1000;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_came_quickly_earns_time_and_then_it_is_over()
    {
        var (clock, pipe) = (new FakeTimeProvider(), new Pipe());
        await using var body = new PacedBody(pipe.Reader.AsStream(), Pace, Grace, clock);
        await SendAsync(pipe, body, 10 * Pace);

        var waiting = body.ReadAsync(new byte[1], Stop).AsTask();
        clock.Advance(Grace + TimeSpan.FromSeconds(9));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<SlowBodyException>(() => waiting);
        // What comes then is too late.
        await Assert.ThrowsAsync<SlowBodyException>(() => body.ReadAsync(new byte[1], Stop).AsTask());
    }

    [Fact]
    public async Task What_the_hub_itself_takes_does_not_count()
    {
        var (clock, pipe) = (new FakeTimeProvider(), new Pipe());
        await using var body = new PacedBody(pipe.Reader.AsStream(), Pace, Grace, clock);
        for (var piece = 0; piece < 3; piece++)
        {
            await SendAsync(pipe, body, Pace);
            clock.Advance(TimeSpan.FromHours(1));
        }

        await pipe.Writer.CompleteAsync();
        Assert.Equal(0, await body.ReadAsync(new byte[1], Stop));
    }

    [Fact]
    public async Task A_request_that_is_given_up_is_not_told_as_slow()
    {
        var pipe = new Pipe();
        using var given = new CancellationTokenSource();
        await using var body = new PacedBody(pipe.Reader.AsStream(), Pace, Grace, new FakeTimeProvider());

        var waiting = body.ReadAsync(new byte[1], given.Token).AsTask();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task An_upload_that_stalls_is_refused_and_leaves_nothing_CB5210()
    {
        await using var portal = await SlowAsync();
        var head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.pdf\"\r\n\r\n%PDF-1.7";

        var answer = await StallAsync(portal, "/api/materials", "Authorization: Bearer r1", head + new string('x', 3 * MaterialChunk.Size));

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("CB5210", answer, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Desk.UseAsync<HubDbContext, int>(context => context.Set<MaterialChunk>().CountAsync(Stop)));
    }

    [Fact]
    public async Task A_form_of_the_portal_that_stalls_is_refused_CB5210()
    {
        await using var portal = await SlowAsync();

        var answer = await StallAsync(portal, "/apply/gd-hf-003", NamedSession.Header + ": r1", "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nhalf of");

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("CB5210", answer, StringComparison.Ordinal);
    }

    private Task<PortalDesk> SlowAsync() => PortalDesk.OpenAsync(
        departments, more: services => services.PostConfigure<UploadOptions>(options => (options.SlowestBytesPerSecond, options.SlowGrace) = (1024 * 1024, TimeSpan.FromSeconds(1))));

    /// <summary>Writes, and has it read.</summary>
    private static async Task SendAsync(Pipe pipe, Stream body, int length)
    {
        await pipe.Writer.WriteAsync(new byte[length], Stop);
        await body.ReadExactlyAsync(new byte[length], Stop);
    }

    /// <summary>Sends the beginning of a form and then nothing more: what the hub answers, as far as its code.</summary>
    private static async Task<string> StallAsync(PortalDesk portal, string path, string header, string beginning)
    {
        using var known = await portal.Desk.ListenAsync();
        var hub = known.BaseAddress!;
        using var client = new TcpClient();
        await client.ConnectAsync(hub.Host, hub.Port, Stop);
        await using var stream = client.GetStream();
        var request = $"POST {path} HTTP/1.1\r\nHost: {hub.Authority}\r\n{header}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 250000\r\n\r\n{beginning}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Stop);

        var (answer, buffer) = (new StringBuilder(), new byte[4096]);
        for (var read = 1; read > 0 && !answer.ToString().Contains("CB5210", StringComparison.Ordinal);)
        {
            read = await stream.ReadAsync(buffer, Stop);
            answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return answer.ToString();
    }
}
