using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust;

/// <summary>The hub's own signing keys.</summary>
internal interface IHubKeys
{
    IReadOnlyList<ISigningKey> All { get; }

    /// <summary>All keys for a use of <see cref="KeyUses"/>; at most one for each algorithm.</summary>
    IReadOnlyList<ISigningKey> For(string use);

    /// <summary>The key for a use of <see cref="KeyUses"/> and an algorithm.</summary>
    /// <exception cref="InvalidOperationException">There is none: the settings are checked for it at start.</exception>
    ISigningKey For(string use, string algorithm);

    /// <summary>Null where there is none.</summary>
    ISigningKey? ById(string id);
}
