using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Storage;

/// <summary>One key that personal data is sealed with.</summary>
internal sealed record PersonalDataKey(string Id, string Algorithm, byte[] Bytes)
{
    /// <summary>The length in bytes of a key for that algorithm; null where personal data is not sealed with it.</summary>
    public static int? LengthOf(string algorithm) =>
        algorithm is ContentCipher.AesGcm or ContentCipher.Sm4Gcm ? ContentCipher.KeyLength(algorithm) : null;
}
