namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>
/// A private key that recovers content keys with one algorithm, wherever the key itself lives: in memory or in a hardware module.
/// Safe to use from several threads at once.
/// </summary>
public interface IDecryptionKey
{
    /// <summary>The id that senders write as <c>kid</c>.</summary>
    string KeyId { get; }

    /// <summary>The one algorithm that this key is used with.</summary>
    KeyManagementAlgorithm Algorithm { get; }

    /// <summary>The public half, which senders encrypt for.</summary>
    RecipientKey PublicKey { get; }

    /// <summary>
    /// The one step that needs the private key. Never an exception for what a stranger sent: the caller must not behave
    /// differently where it fails, and goes on with a random key.
    /// </summary>
    /// <param name="input">
    /// RSA-OAEP-256: the encrypted key. SGD_SM2_3: C1‖C3‖C2, C1 uncompressed. ECDH-ES: the sender's point, uncompressed, 65 bytes.
    /// </param>
    /// <returns>The decrypted key, for ECDH-ES the agreed x coordinate (Z, 32 bytes); null where it cannot be recovered.</returns>
    byte[]? Recover(ReadOnlySpan<byte> input);
}
