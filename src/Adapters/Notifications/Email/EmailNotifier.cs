using System.Net.Sockets;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CrossBorder.Adapters.Notifications.Email;

/// <summary>A message to each recipient in their own language, over one connection.</summary>
internal sealed class EmailNotifier(EmailOptions options) : INotifier
{
    private const int TlsFromTheStart = 465;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public string Name => "email";

    public bool Wants(NoticeSeverity severity) => options.Recipients.Any(recipient => severity >= recipient.Least);

    public async Task<Outcome<bool>> SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(options.Server, options.Port, Security, cancellationToken);
            if (options.User.Length > 0)
                await client.AuthenticateAsync(options.User, (await File.ReadAllTextAsync(options.PasswordFile, cancellationToken)).Trim(), cancellationToken);
            foreach (var recipient in options.Recipients.Where(recipient => notice.Severity >= recipient.Least))
            {
                using var message = EmailMessage.Of(notice, options.Sender, recipient);
                await client.SendAsync(message, cancellationToken);
            }

            await client.DisconnectAsync(quit: true, cancellationToken);
            return true;
        }
        // What a server says may quote addresses: kinds of faults alone are told.
        catch (Exception fault) when (fault is AuthenticationException or CommandException or SslHandshakeException)
        {
            return ErrorCatalogue.NotifierRefused.With($"The mail server refused ({fault.GetType().Name}).");
        }
        catch (Exception fault) when (fault is IOException or SocketException or ProtocolException or TimeoutException or ServiceNotConnectedException or NotSupportedException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ErrorCatalogue.NotifierUnreachable.With($"The mail server does not answer, or not over TLS ({fault.GetType().Name}).");
        }
    }

    private SecureSocketOptions Security => !options.Tls ? SecureSocketOptions.None
        : options.Port == TlsFromTheStart ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
}
