using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Notifications.Email;

/// <summary>A message to each recipient in their own language, over one connection.</summary>
internal sealed class EmailNotifier(EmailOptions options) : INotifier
{
    public string Name => "email";

    public bool Wants(NoticeSeverity severity) => options.Recipients.Any(recipient => severity >= recipient.Least);

    public Task<Outcome<bool>> SendAsync(Notice notice, CancellationToken cancellationToken) => SmtpLine.SendAsync(
        options,
        options.Recipients.Where(recipient => notice.Severity >= recipient.Least).Select(recipient => EmailMessage.Of(notice, options.Sender, recipient)),
        cancellationToken);
}
