using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CrossBorder.Adapters.Notifications.Email;

/// <summary>Letters to residents, each on its own: one reader's address never stands in another's message.</summary>
internal sealed class SmtpMailer(IOptions<ResidentMailOptions> options) : IMailer
{
    private readonly SmtpOptions smtp = options.Value.Email;

    public bool IsOffered => smtp.Server.Length > 0;

    public Task<Outcome<bool>> SendAsync(Letter letter, CancellationToken cancellationToken) => SmtpLine.SendAsync(smtp, [MessageOf(letter)], cancellationToken);

    private MimeMessage MessageOf(Letter letter)
    {
        var message = new MimeMessage
        {
            // A repetition of the same letter is the same message: mail programs show it once.
            MessageId = $"{letter.Id}@residents.crossborder",
            Date = letter.At,
            Subject = letter.Subject,
            Body = new TextPart("plain") { Text = letter.Text },
        };
        message.From.Add(MailboxAddress.Parse(smtp.Sender));
        message.To.Add(new MailboxAddress("", letter.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
