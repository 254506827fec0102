using System.Net.Sockets;
using CrossBorder.Verification.Outcomes;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CrossBorder.Adapters.Notifications.Email;

/// <summary>Hands messages to a mail server (RFC 5321) over one connection.</summary>
internal static class SmtpLine
{
    private const int TlsFromTheStart = 465;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>CB4022 where the server does not answer, CB4023 where it refuses.</summary>
    public static async Task<Outcome<bool>> SendAsync(SmtpOptions options, IEnumerable<MimeMessage> messages, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(options.Server, options.Port, SecurityOf(options), cancellationToken);
            if (options.User.Length > 0)
                await client.AuthenticateAsync(options.User, (await File.ReadAllTextAsync(options.PasswordFile, cancellationToken)).Trim(), cancellationToken);
            foreach (var message in messages)
            {
                using (message)
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

    private static SecureSocketOptions SecurityOf(SmtpOptions options) => !options.Tls ? SecureSocketOptions.None
        : options.Port == TlsFromTheStart ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
}
