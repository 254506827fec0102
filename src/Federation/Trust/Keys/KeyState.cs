namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Where a key for tokens stands. Only forward, and out of any state but the last two into <see cref="Revoked"/>.</summary>
internal enum KeyState
{
    /// <summary>Made, and known to no relying party.</summary>
    Created,

    /// <summary>In the key set, so that relying parties have it before it signs.</summary>
    Announced,

    /// <summary>Signs. One of each algorithm.</summary>
    Active,

    /// <summary>Signs no more; what it signed is still believed.</summary>
    Retiring,

    /// <summary>Came to its end in good order. Its private half is gone.</summary>
    Removed,

    /// <summary>Compromised: nothing that it signed is believed. Its private half is gone.</summary>
    Revoked,
}

/// <summary>Where the private half lies.</summary>
internal enum KeyOrigin
{
    /// <summary>In a file or a hardware module that the settings name.</summary>
    Settings,

    /// <summary>In the database, sealed.</summary>
    Database,
}
