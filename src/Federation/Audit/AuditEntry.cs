namespace CrossBorder.Federation.Audit;

/// <summary>One fact that somebody may ask about later. It holds references, never names or numbers of people.</summary>
internal sealed class AuditEntry
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What happened, past tense, such as <c>link.confirmed</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who did it: <c>resident</c>, <c>officer</c>, <c>client</c>, <c>department</c>, <c>hub</c>.</summary>
    public required string ActorKind { get; init; }

    /// <summary>What or whom it is about, by internal reference.</summary>
    public required string SubjectReference { get; init; }

    /// <summary>JSON object of texts.</summary>
    public required string Details { get; init; }

    public string? TraceId { get; init; }

    /// <summary>Its place in the log, from zero; null until it is linked.</summary>
    public long? Sequence { get; init; }

    /// <summary>Its hash, which the next entry's canonical form holds; null until it is linked.</summary>
    public byte[]? Hash { get; init; }
}
