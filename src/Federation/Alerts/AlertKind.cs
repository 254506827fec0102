namespace CrossBorder.Federation.Alerts;

/// <summary>What an alert is about.</summary>
internal enum AlertKind
{
    /// <summary>A certificate that the hub believes ends soon, or has ended.</summary>
    CertificateEnds,

    /// <summary>A certificate of a key of the hub ends soon, or has ended.</summary>
    KeyEnds,

    /// <summary>A revocation list is missing, late, or was not fetched.</summary>
    RevocationBehind,

    /// <summary>Somebody is refused far more often than usual.</summary>
    UnusualRefusals,

    /// <summary>Entries of the audit log wait to be linked or signed.</summary>
    AuditBehind,

    /// <summary>A witness has not got the latest checkpoints.</summary>
    WitnessBehind,

    /// <summary>Deliveries to a department do not get through.</summary>
    DeliveriesStuck,

    /// <summary>Deliveries to a department were tried too often or have waited too long.</summary>
    DeadLetters,

    /// <summary>A department has failed so often that only a canary is sent to it.</summary>
    CircuitOpen,

    /// <summary>One officer revoked alone, and nobody has looked at it yet.</summary>
    EmergencyUnreviewed,

    /// <summary>A change of trust rolls back soon unless it is confirmed.</summary>
    ConfirmationDue,

    /// <summary>A way to tell of alerts does not work.</summary>
    ChannelDown,

    /// <summary>A key that signs no more cannot go, because relying parties lag behind.</summary>
    KeyHeldBack,

    /// <summary>A key ends soon, and its successor was not made.</summary>
    SuccessorMissing,

    /// <summary>A key of the database does not open.</summary>
    KeyUnopened,

    /// <summary>A successor was made, and waits for an authority's certificate.</summary>
    CertificateAwaited,

    /// <summary>A department has not decided what it should have decided.</summary>
    DecisionsOverdue,

    /// <summary>The calendar of working days of a place ends soon, or is announced no further.</summary>
    CalendarEnds,
}
