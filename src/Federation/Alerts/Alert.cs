using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Alerts;

/// <summary>A condition that was met, from its first sight to its end. It is raised once, and ends by itself.</summary>
internal sealed class Alert
{
    public required Guid Id { get; init; }

    public required AlertKind Kind { get; init; }

    /// <summary>What it is about: one of its kind is open for each subject.</summary>
    public required string Subject { get; init; }

    public required NoticeSeverity Severity { get; init; }

    /// <summary>JSON array of texts: what the sentence is filled with. Names and numbers, never of people.</summary>
    public required string Parameters { get; set; }

    public required DateTimeOffset RaisedAt { get; init; }

    public required DateTimeOffset LastSeen { get; set; }

    public string? AcknowledgedBy { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>Raised with each step, so that of two who act at once one is told so.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<string> Blanks => JsonSerializer.Deserialize<string[]>(Parameters) ?? [];

    public static Alert Raise(AlertCondition condition, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = condition.Kind,
        Subject = condition.Subject,
        Severity = condition.Severity,
        Parameters = JsonSerializer.Serialize(condition.Blanks),
        RaisedAt = now,
        LastSeen = now,
    };

    /// <summary>It is still so; the numbers may have changed. No step of its life, and so nothing that an officer's step could collide with.</summary>
    public void SeeAgain(AlertCondition condition, DateTimeOffset now)
    {
        Parameters = JsonSerializer.Serialize(condition.Blanks);
        LastSeen = now;
    }

    /// <summary>The condition has ended.</summary>
    public void Resolve(DateTimeOffset now)
    {
        ResolvedAt = now;
        Version++;
    }

    /// <summary>An officer has seen it; CB6141. It stays open until its condition ends.</summary>
    public Outcome<Alert> Acknowledge(string officer, DateTimeOffset now)
    {
        if (ResolvedAt is not null)
            return ErrorCatalogue.AlertNotNow.With("The alert has ended already.");
        if (AcknowledgedBy is not null)
            return ErrorCatalogue.AlertNotNow.With("Another officer acknowledged it first.");
        (AcknowledgedBy, AcknowledgedAt) = (officer, now);
        Version++;
        return this;
    }
}

/// <summary>A condition as it is found now.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Subject">What it is about; the same for as long as it is the same condition.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Blanks">What its sentence is filled with.</param>
internal sealed record AlertCondition(AlertKind Kind, string Subject, NoticeSeverity Severity, params IReadOnlyList<string> Blanks);
