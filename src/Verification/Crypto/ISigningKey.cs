namespace CrossBorder.Verification.Crypto;

/// <summary>
/// A private key that signs with one algorithm, wherever the key itself lives: in memory or in a hardware module.
/// Safe to use from several threads at once.
/// </summary>
public interface ISigningKey
{
    /// <summary>The value of the header <c>kid</c>.</summary>
    string KeyId { get; }

    /// <summary>The one algorithm that this key signs with.</summary>
    SignatureAlgorithm Algorithm { get; }

    /// <summary>The public half.</summary>
    VerificationKey PublicKey { get; }

    /// <summary>The certificates of this key, leaf first and without the root. Empty for a key that is registered rather than certified.</summary>
    IReadOnlyList<Certificate> Chain { get; }

    /// <summary>The signature over <paramref name="data"/>, encoded as JOSE wants it (r||s for ECDSA and SM2).</summary>
    byte[] Sign(ReadOnlySpan<byte> data);
}
