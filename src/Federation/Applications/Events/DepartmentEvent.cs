using System.Text.Json;
using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Applications.Events;

/// <summary>A department's signed event, stored only after it was verified, and never changed. Department and id together name it.</summary>
internal sealed class DepartmentEvent
{
    public required string Department { get; init; }

    /// <summary>The department's own id for it.</summary>
    public required string Id { get; init; }

    public required string DeliveryId { get; init; }

    public long Sequence { get; init; }

    public DepartmentEventStatus Status { get; init; }

    /// <summary>The department's words to the resident.</summary>
    public string? Reason { get; init; }

    public string? ForwardedTo { get; init; }

    /// <summary>The parts that it was split into, JSON; null where it was not split.</summary>
    public string? Split { get; init; }

    public IReadOnlyList<SplitPart> Parts => Split is null ? [] : JsonSerializer.Deserialize<List<SplitPart>>(Split)!;

    /// <summary>When it happened, by the department's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>JWS compact form, as received.</summary>
    public required string Compact { get; init; }

    /// <summary>When it was verified and stored.</summary>
    public DateTimeOffset StoredAt { get; init; }

    /// <summary>Id of the chain that it was verified over.</summary>
    public string? TrustPath { get; init; }

    /// <summary>False where a later event had come before it.</summary>
    public bool Moved { get; set; }

    public static DepartmentEvent Of(VerifiedEvent verified, DateTimeOffset storedAt, string? trustPath = null) => new()
    {
        Department = verified.Department,
        Id = verified.Id,
        DeliveryId = verified.Delivery,
        Sequence = verified.Sequence,
        Status = verified.Status,
        Reason = verified.Reason,
        ForwardedTo = verified.ForwardedTo,
        Split = verified.Split.Count > 0 ? JsonSerializer.Serialize(verified.Split) : null,
        At = ToMilliseconds(verified.At),
        Compact = verified.Compact,
        StoredAt = ToMilliseconds(storedAt),
        TrustPath = trustPath,
    };

    /// <summary>The same said again; signed anew it may be, for most signatures never come out alike twice.</summary>
    public bool SaysTheSameAs(DepartmentEvent other) =>
        Department == other.Department && Id == other.Id && DeliveryId == other.DeliveryId && Sequence == other.Sequence
        && Status == other.Status && Reason == other.Reason && ForwardedTo == other.ForwardedTo && Split == other.Split && At == other.At;

    // Both databases give back exactly what was stored.
    private static DateTimeOffset ToMilliseconds(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());
}
