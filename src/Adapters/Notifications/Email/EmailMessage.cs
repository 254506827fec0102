using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using MimeKit;

namespace CrossBorder.Adapters.Notifications.Email;

/// <summary>What a recipient reads: the sentence of the alert, and no link. A mail with a link to a console teaches officers to follow links in mails.</summary>
internal static class EmailMessage
{
    private static readonly LocalizedText Raised = new("警示", "告警", "Alert");
    private static readonly LocalizedText Resolved = new("已解除", "已解除", "Ended");
    private static readonly LocalizedText Console = new(
        "請自行打開工作台的「警示」頁查看。", "请自行打开工作台的“告警”页查看。", "Open the alerts page of the console yourself.");

    private static readonly LocalizedText[] Severities =
        [new("資訊", "信息", "Information"), new("注意", "注意", "Warning"), new("緊急", "紧急", "Critical")];

    public static MimeMessage Of(Notice notice, string sender, EmailRecipientOptions recipient)
    {
        var word = (notice.Event == NoticeEvent.Raised ? Raised : Resolved).In(recipient.Language);
        var severity = Severities[(int)notice.Severity].In(recipient.Language);
        var text = notice.Text.In(recipient.Language);
        var message = new MimeMessage
        {
            // A repetition of the same notice is the same message: mail programs show it once.
            MessageId = $"{notice.Id}.{notice.Event.ToString().ToLowerInvariant()}@alerts.crossborder",
            Date = notice.At,
            Subject = $"[{word}: {severity}] {text}",
            Body = new TextPart("plain") { Text = $"{text}\n\n{notice.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z\n{Console.In(recipient.Language)}\n" },
        };
        message.From.Add(MailboxAddress.Parse(sender));
        message.To.Add(MailboxAddress.Parse(recipient.Address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
