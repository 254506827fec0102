namespace CrossBorder.Federation.Applications.Supplements;

/// <summary>A material that was left for later (容缺), by when it is due, and what the resident has been told of that.</summary>
internal sealed class DeferredMaterial
{
    public required string ApplicationId { get; init; }

    public required string Slug { get; init; }

    /// <summary>The last day to hand it in.</summary>
    public DateOnly DueOn { get; init; }

    public DateTimeOffset? HandedInAt { get; set; }

    /// <summary>The last warning that was given, in days before the end; -1 once it was overdue, null before the first.</summary>
    public int? Warned { get; set; }

    /// <summary>The day on which there is something to tell; null where there is nothing any more.</summary>
    public DateOnly? LooksOn { get; set; }
}
