using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>One way to tell people or machines of an alert.</summary>
public interface INotifier
{
    /// <summary>What it is called in the database, in the log and on the console.</summary>
    string Name { get; }

    /// <summary>Whether anybody wants to hear of this severity here.</summary>
    bool Wants(NoticeSeverity severity);

    /// <summary>
    /// Hands the notice over. The same notice may come twice: its id stays the same. Unreachable is CB4022, refused is CB4023; neither is an exception.
    /// </summary>
    Task<Outcome<bool>> SendAsync(Notice notice, CancellationToken cancellationToken);
}

/// <summary>All ways that the settings name.</summary>
public interface INotifiers
{
    /// <summary>None where none is configured.</summary>
    IReadOnlyList<INotifier> All { get; }
}

/// <summary>What is told. No personal data: names of certificates, lists, departments and numbers.</summary>
/// <param name="Id">The same through all attempts.</param>
/// <param name="Kind">What kind of condition, such as <c>CertificateEnds</c>.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Event">Whether it began or ended.</param>
/// <param name="At">When.</param>
/// <param name="Text">What an officer reads.</param>
public sealed record Notice(string Id, string Kind, string Subject, NoticeSeverity Severity, NoticeEvent Event, DateTimeOffset At, LocalizedText Text);

/// <summary>How urgent a notice is; the larger, the more.</summary>
public enum NoticeSeverity
{
    /// <summary>Good to know; nobody is woken.</summary>
    Information,

    /// <summary>To be dealt with in working hours.</summary>
    Warning,

    /// <summary>To be dealt with now.</summary>
    Critical,
}

/// <summary>What became of a condition.</summary>
public enum NoticeEvent
{
    /// <summary>It began.</summary>
    Raised,

    /// <summary>It ended by itself.</summary>
    Resolved,
}
