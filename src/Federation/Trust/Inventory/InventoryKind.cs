namespace CrossBorder.Federation.Trust.Inventory;

/// <summary>What an entry of the inventory is.</summary>
internal enum InventoryKind
{
    /// <summary>The root of a place, believed for named purposes.</summary>
    Anchor,

    /// <summary>An authority between a root and its leaves.</summary>
    Intermediate,

    /// <summary>The certificate of one home provider, department, directory or relying party.</summary>
    Partner,

    /// <summary>A key of the hub with its certificate.</summary>
    HubKey,

    /// <summary>A key that a relying party registered without a certificate.</summary>
    ClientKey,
}

/// <summary>Where an entry stands now.</summary>
internal enum InventoryState
{
    /// <summary>Waits for another officer.</summary>
    Proposed,

    /// <summary>Two officers agreed; it waits for its time.</summary>
    Approved,

    /// <summary>Is believed, or in use.</summary>
    Active,

    /// <summary>Is believed no more, until it is resumed.</summary>
    Suspended,

    /// <summary>Is never believed again.</summary>
    Revoked,

    /// <summary>Its validity is over.</summary>
    Expired,

    /// <summary>Was admitted and taken back, by an officer or because nobody confirmed it in time.</summary>
    RolledBack,

    /// <summary>Was proposed, and refused or withdrawn.</summary>
    NotAdmitted,
}
