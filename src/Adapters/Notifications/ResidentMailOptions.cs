namespace CrossBorder.Adapters.Notifications;

/// <summary>Section <c>ResidentNotices</c>, as far as the mail server goes. Without one, residents are offered no e-mail.</summary>
public sealed class ResidentMailOptions
{
    /// <summary>The mail server; switched off while it names none.</summary>
    public SmtpOptions Email { get; set; } = new();
}
