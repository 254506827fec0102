namespace CrossBorder.Adapters.Notifications;

/// <summary>How e-mail is sent.</summary>
public class SmtpOptions
{
    /// <summary>Name of the mail server.</summary>
    public string Server { get; set; } = "";

    /// <summary>587 speaks plainly until STARTTLS, 465 is TLS from the first byte.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Never without TLS but on loopback in Development.</summary>
    public bool Tls { get; set; } = true;

    /// <summary>The address that messages come from.</summary>
    public string Sender { get; set; } = "";

    /// <summary>Whom the server knows; empty where it asks for nobody.</summary>
    public string User { get; set; } = "";

    /// <summary>A file with the password on its only line.</summary>
    public string PasswordFile { get; set; } = "";
}
