namespace CrossBorder.Federation.Trust.Changes;

/// <summary>What a change does to one certificate.</summary>
internal enum TrustChangeKind
{
    /// <summary>A new anchor or intermediate authority is believed.</summary>
    Admit,

    /// <summary>A certificate of any kind is believed no more, until it is resumed.</summary>
    Suspend,

    /// <summary>A suspension ends.</summary>
    Resume,

    /// <summary>A certificate of any kind is never believed again.</summary>
    Revoke,
}

/// <summary>Where a change stands. Only <see cref="InForce"/> and <see cref="Confirmed"/> have an effect.</summary>
internal enum TrustChangeState
{
    /// <summary>Waits for another officer.</summary>
    Proposed,

    /// <summary>Waits for its time.</summary>
    Approved,

    /// <summary>Has an effect, and loses it unless an officer confirms it within its window; an emergency waits for its review.</summary>
    InForce,

    /// <summary>Has an effect for good.</summary>
    Confirmed,

    /// <summary>Another officer said no.</summary>
    Refused,

    /// <summary>Its proposer took it back.</summary>
    Withdrawn,

    /// <summary>Nobody confirmed it in time, or the review overturned it.</summary>
    RolledBack,
}
