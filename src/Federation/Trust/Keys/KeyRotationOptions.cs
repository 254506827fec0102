namespace CrossBorder.Federation.Trust.Keys;

/// <summary>Section <c>KeyRotation</c>: how the hub's own keys follow one another.</summary>
internal sealed class KeyRotationOptions
{
    /// <summary>Whether the hub makes a successor by itself in time. Without it officers do, and the rest goes on by the clock.</summary>
    public bool Automatic { get; set; } = true;

    /// <summary>How long a key for tokens signs.</summary>
    public TimeSpan RotateEvery { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a key with a certificate signs, unless the certificate ends before: an authority has to be asked each time.</summary>
    public TimeSpan RotateCertifiedEvery { get; set; } = TimeSpan.FromDays(365);

    /// <summary>How long a key stands in the key set before it signs: longer than any relying party caches the set.</summary>
    public TimeSpan Announce { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How much earlier a key is made that needs a certificate: what an authority takes to issue it.</summary>
    public TimeSpan RequestAhead { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a key that signs no more is still believed: at least as long as what it signed may be shown.</summary>
    public TimeSpan Retire { get; set; } = TimeSpan.FromDays(14);

    /// <summary>A relying party that was not seen for so long holds no key back.</summary>
    public TimeSpan ActiveWithin { get; set; } = TimeSpan.FromDays(30);

    /// <summary>32 bytes that private keys in the database are sealed with.</summary>
    public string KeyFile { get; set; } = "";
}
