using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Sends letters to residents who asked for them.</summary>
public interface IMailer
{
    /// <summary>Whether the settings name a mail server.</summary>
    bool IsOffered { get; }

    /// <summary>
    /// Hands one letter to the mail server. The same letter may come twice: its id stays the same. Unreachable is CB4022, refused is CB4023;
    /// neither is an exception.
    /// </summary>
    Task<Outcome<bool>> SendAsync(Letter letter, CancellationToken cancellationToken);
}

/// <summary>One letter.</summary>
/// <param name="Id">The same through all attempts.</param>
/// <param name="To">Address of the reader.</param>
/// <param name="Subject">What it is about, without personal data: it shows on locked telephones.</param>
/// <param name="Text">What is read, plain text.</param>
/// <param name="At">When what it tells of happened.</param>
public sealed record Letter(string Id, string To, string Subject, string Text, DateTimeOffset At);
