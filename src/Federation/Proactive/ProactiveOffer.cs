namespace CrossBorder.Federation.Proactive;

/// <summary>An item that was found for a resident. At most one for each item.</summary>
internal sealed class ProactiveOffer
{
    public required string Id { get; init; }

    public required string ResidentId { get; init; }

    public required string Item { get; init; }

    /// <summary>Key of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Keyed hash of rule and facts: other facts make another offer.</summary>
    public required string FactsHash { get; init; }

    /// <summary>The facts used, as JSON, encrypted.</summary>
    public required string Facts { get; init; }

    /// <summary>The last day on which the rule holds, if nothing but the day changes; null where the day never changes it.</summary>
    public required DateOnly? Until { get; set; }

    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>When the resident said that they are not interested.</summary>
    public DateTimeOffset? DismissedAt { get; set; }

    /// <summary>When they saw it, or a letter said that there is something.</summary>
    public DateTimeOffset? ToldAt { get; set; }
}
