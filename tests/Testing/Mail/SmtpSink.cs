using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CrossBorder.Testing.Mail;

/// <summary>A mail server (RFC 5321) on loopback that takes everything in and passes nothing on.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly X509Certificate2? certificate;
    private readonly Task serving;

    private SmtpSink(X509Certificate2? certificate)
    {
        this.certificate = certificate;
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Messages as they came, each with the recipients of its envelope.</summary>
    public ConcurrentQueue<(IReadOnlyList<string> Recipients, string Text)> Messages { get; } = new();

    /// <summary>Answers every recipient with this line, where it is set.</summary>
    public string? RefusesWith { get; set; }

    /// <param name="certificate">Offers STARTTLS with it; without one it speaks plainly alone.</param>
    public static SmtpSink Start(X509Certificate2? certificate = null) => new(certificate);

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
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                _ = TalkAsync(client);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using (client)
                await ConverseAsync(client.GetStream());
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away.
        }
    }

    private async Task ConverseAsync(Stream stream)
    {
        var recipients = new List<string>();
        var (reader, writer) = Open(stream);
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync(stopping.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "STARTTLS" && certificate is not null)
            {
                await writer.WriteLineAsync("220 go on");
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(certificate);
                (reader, writer) = Open(secure);
                continue;
            }

            if (verb == "RCPT" && RefusesWith is null)
                recipients.Add(line[(line.IndexOf('<') + 1)..line.IndexOf('>')]);
            await writer.WriteLineAsync(verb switch
            {
                "EHLO" => certificate is null ? "250 sink" : "250-sink\r\n250 STARTTLS",
                "RCPT" when RefusesWith is { } refusal => refusal,
                "DATA" => "354 send it",
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
            if (verb == "DATA")
            {
                Messages.Enqueue(([.. recipients], await ReadMessageAsync(reader)));
                recipients.Clear();
                await writer.WriteLineAsync("250 taken");
            }

            if (verb == "QUIT")
                return;
        }
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(stopping.Token) is { } line && line != ".")
            text.AppendLine(line);
        return text.ToString();
    }

    private static (StreamReader Reader, StreamWriter Writer) Open(Stream stream) =>
        (new StreamReader(stream, Encoding.UTF8), new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" });
}
