using System.Diagnostics.CodeAnalysis;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>
/// The allow-list of encryption. What is not here does not exist for this product: RSA1_5, whose padding is an oracle, and
/// content encryption without authentication never get in.
/// </summary>
public static class EncryptionCatalogue
{
    /// <summary>RSAES-OAEP with SHA-256 and MGF1 with SHA-256 (RFC 7518 section 4.3).</summary>
    public static KeyManagementAlgorithm RsaOaep256 { get; } = new("RSA-OAEP-256", KeyKind.Rsa);

    /// <summary>Ephemeral-static Diffie-Hellman on P-256; the agreed key encrypts the content itself (RFC 7518 section 4.6).</summary>
    public static KeyManagementAlgorithm EcdhEs { get; } = new("ECDH-ES", KeyKind.EcP256);

    /// <summary>The same agreement; the agreed key encrypts the content key with AES-256 Key Wrap (RFC 7518 section 4.6, RFC 3394).</summary>
    public static KeyManagementAlgorithm EcdhEsA256Kw { get; } = new("ECDH-ES+A256KW", KeyKind.EcP256);

    /// <summary>SM2 public-key encryption of the content key (GB/T 32918.4), C1‖C3‖C2, under its GM/T 0125 name.</summary>
    public static KeyManagementAlgorithm Sm2 { get; } = new("SGD_SM2_3", KeyKind.Sm2);

    /// <summary>AES-256 in Galois/Counter Mode (RFC 7518 section 5.3).</summary>
    public static ContentEncryptionAlgorithm Aes256Gcm { get; } = new(ContentCipher.AesGcm, ContentCipher.KeyLength(ContentCipher.AesGcm), ContentCipher.NonceLength);

    /// <summary>SM4 in Galois/Counter Mode (RFC 8998 section 3.2), under its GM/T 0125 name.</summary>
    public static ContentEncryptionAlgorithm Sm4Gcm { get; } = new(ContentCipher.Sm4Gcm, ContentCipher.KeyLength(ContentCipher.Sm4Gcm), ContentCipher.NonceLength);

    /// <summary>AES-128 in CBC mode with HMAC-SHA-256 (RFC 7518 section 5.2.3): what libraries of OpenID Connect use where nothing else is said.</summary>
    public static ContentEncryptionAlgorithm Aes128CbcHmac { get; } = new(CbcHmac.Name, CbcHmac.KeyLength, CbcHmac.VectorLength);

    /// <summary>All ways for a content key to reach the recipient.</summary>
    public static IReadOnlyList<KeyManagementAlgorithm> KeyManagement { get; } = [RsaOaep256, EcdhEs, EcdhEsA256Kw, Sm2];

    /// <summary>All encryptions of content.</summary>
    public static IReadOnlyList<ContentEncryptionAlgorithm> ContentEncryption { get; } = [Aes256Gcm, Sm4Gcm, Aes128CbcHmac];

    /// <summary>The key management of that name; names are case-sensitive (RFC 7516 section 4.1.1).</summary>
    public static bool TryGetKeyManagement(string? name, [NotNullWhen(true)] out KeyManagementAlgorithm? algorithm)
    {
        algorithm = KeyManagement.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal));
        return algorithm is not null;
    }

    /// <summary>The content encryption of that name; names are case-sensitive (RFC 7516 section 4.1.2).</summary>
    public static bool TryGetContentEncryption(string? name, [NotNullWhen(true)] out ContentEncryptionAlgorithm? algorithm)
    {
        algorithm = ContentEncryption.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal));
        return algorithm is not null;
    }

    /// <summary>The usual key management for a kind of key, where the key names none; null where such keys only sign.</summary>
    internal static KeyManagementAlgorithm? For(KeyKind kind) => KeyManagement.FirstOrDefault(candidate => candidate.Kind == kind);
}
