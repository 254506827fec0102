using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust;

/// <summary>The hub's own signing keys.</summary>
internal interface IHubKeys
{
    IReadOnlyList<ISigningKey> All { get; }

    /// <summary>The key for a use (tokens, envelopes, home-client, directory, attestations) and an algorithm.</summary>
    /// <exception cref="InvalidOperationException">There is none: the settings are checked for it at start.</exception>
    ISigningKey For(string use, string algorithm);

    /// <summary>Null where there is none.</summary>
    ISigningKey? ById(string id);
}
