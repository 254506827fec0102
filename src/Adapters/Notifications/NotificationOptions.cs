using CrossBorder.Adapters.Ports;

namespace CrossBorder.Adapters.Notifications;

/// <summary>Section <c>Alerts</c>, as far as the ways to tell of alerts go. Without any, alerts stand on the console alone.</summary>
public sealed class NotificationsOptions
{
    /// <summary>E-mail; switched off while it names no server.</summary>
    public EmailOptions Email { get; set; } = new();

    /// <summary>Addresses that get a signed message. What is not listed here is never called.</summary>
    public IList<WebhookOptions> Webhooks { get; } = [];
}

/// <summary>One receiver of signed messages.</summary>
public sealed class WebhookOptions
{
    /// <summary>What it is called on the console.</summary>
    public string Name { get; set; } = "";

    /// <summary>https, or http on loopback.</summary>
    public string Address { get; set; } = "";

    /// <summary>Id of the hub's key that signs the messages.</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>The least severity that it is told.</summary>
    public NoticeSeverity Least { get; set; } = NoticeSeverity.Warning;
}

/// <summary>How e-mail is sent, and to whom.</summary>
public sealed class EmailOptions : SmtpOptions
{
    /// <summary>Who gets mail.</summary>
    public IList<EmailRecipientOptions> Recipients { get; } = [];
}

/// <summary>One reader of mail.</summary>
public sealed class EmailRecipientOptions
{
    /// <summary>An address, of a desk rather than of a person.</summary>
    public string Address { get; set; } = "";

    /// <summary>zh-Hant, zh-Hans or en.</summary>
    public string Language { get; set; } = "zh-Hant";

    /// <summary>The least severity that it is told.</summary>
    public NoticeSeverity Least { get; set; } = NoticeSeverity.Warning;
}
