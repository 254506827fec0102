namespace CrossBorder.Federation.Contacts;

/// <summary>Where a resident wants to be told of their cases, once they have proved that they read mail there.</summary>
internal sealed class ResidentContact
{
    public required string ResidentId { get; init; }

    /// <summary>The confirmed address; null where there is none.</summary>
    public string? Address { get; set; }

    /// <summary>The language of letters.</summary>
    public required string Language { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>An address that a code was sent to and that is not confirmed yet.</summary>
    public string? Pending { get; set; }

    /// <summary>Keyed hash of the code.</summary>
    public string? CodeHash { get; set; }

    public DateTimeOffset? CodeUntil { get; set; }

    /// <summary>How often a code was typed since the last one was sent.</summary>
    public int Tries { get; set; }

    /// <summary>When the last code was sent; stays when the address goes, so that removing it lifts no limit.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>How many were sent on the day of <see cref="SentAt"/>.</summary>
    public int SentThatDay { get; set; }
}
