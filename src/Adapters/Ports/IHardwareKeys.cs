using CrossBorder.Adapters.Hsm;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Keys that sign without leaving the hardware that they live in.</summary>
public interface IHardwareKeys
{
    /// <summary>
    /// Opens a key. The caller disposes it where it is <see cref="IDisposable"/>. Refused with CB4020 where module, token, PIN or key are not
    /// to be had, and with CB4021 where the key cannot be used with that algorithm.
    /// </summary>
    /// <param name="options">Where it lies; paths are absolute.</param>
    /// <param name="algorithm">What it is to sign with.</param>
    /// <param name="keyId">The key's id.</param>
    /// <param name="chain">Its certificates, leaf first; refused (CB4021) where the leaf is another key's.</param>
    Outcome<ISigningKey> Open(HsmOptions options, SignatureAlgorithm algorithm, string keyId, IReadOnlyList<Certificate> chain);
}
