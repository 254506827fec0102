using System.Globalization;

namespace CrossBorder.Verification.Audit;

/// <summary>
/// One entry in its place in the log. Its canonical bytes hold the hash of the entry before it, so that nothing before it can change
/// without its own hash changing. It holds references, never names or numbers of people.
/// </summary>
public sealed record AuditRecord
{
    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>Its place in the log, from zero.</summary>
    public required long Sequence { get; init; }

    /// <summary>The hash of the entry before it as <see cref="LogHash.Write"/> spells it; of the first one, the root of the empty log.</summary>
    public required string Previous { get; init; }

    /// <summary>When it happened; canonically in UTC to 100 nanoseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened, past tense, such as <c>link.confirmed</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who did it: <c>resident</c>, <c>officer</c>, <c>client</c>, <c>department</c>, <c>hub</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What it is about, by internal reference.</summary>
    public required string Subject { get; init; }

    /// <summary>References, codes and digests by name.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>The trace that it belongs to; null where it belongs to none.</summary>
    public string? TraceId { get; init; }

    /// <summary>
    /// The bytes that are hashed: a JSON object with the members actor, at, details, kind, previous, sequence, subject and trace
    /// in the form of RFC 8785; trace is left out where it is null.
    /// </summary>
    /// <exception cref="System.Text.EncoderFallbackException">A text holds half a surrogate pair.</exception>
    public byte[] ToCanonical() => CanonicalJson.Write(
        ("actor", Actor),
        ("at", At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)),
        ("details", Details),
        ("kind", Kind),
        ("previous", Previous),
        ("sequence", Sequence),
        ("subject", Subject),
        ("trace", TraceId));

    /// <summary>The hash that the next entry holds, which is also this entry's leaf of the tree.</summary>
    public byte[] HashWith(LogHash hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return hash.Leaf(ToCanonical());
    }
}
