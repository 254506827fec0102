using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Trust;

/// <summary>The signing keys that the settings name. Which key signs now, <see cref="Keys.IHubSigners"/> and <see cref="Keys.ITokenKeys"/> say.</summary>
internal interface IHubKeys
{
    IReadOnlyList<ISigningKey> All { get; }

    /// <summary>All keys for a use of <see cref="KeyUses"/>, in the order of the settings.</summary>
    IReadOnlyList<ISigningKey> For(string use);

    /// <summary>Null where there is none.</summary>
    ISigningKey? ById(string id);
}
