using Microsoft.Extensions.Hosting;
using MimeKit;

namespace CrossBorder.Adapters.Notifications;

/// <summary>What is wrong with how a mail server is set.</summary>
internal static class SmtpFaults
{
    public static IEnumerable<string> Of(SmtpOptions mail, IHostEnvironment environment)
    {
        if (mail.Port is < 1 or > 65535)
            yield return "Port must lie between 1 and 65535";
        if (!mail.Tls && !(environment.IsDevelopment() && IsLoopback(mail.Server)))
            yield return "Tls may be off on loopback in Development alone";
        if (!MailboxAddress.TryParse(mail.Sender, out _))
            yield return "Sender is no address";
        if ((mail.User.Length == 0) != (mail.PasswordFile.Length == 0))
            yield return "User and PasswordFile belong together";
        if (mail.PasswordFile.Length > 0 && !File.Exists(mail.PasswordFile))
            yield return "PasswordFile names a file that is not there";
    }

    private static bool IsLoopback(string server) => server is "localhost" or "127.0.0.1" or "::1";
}
